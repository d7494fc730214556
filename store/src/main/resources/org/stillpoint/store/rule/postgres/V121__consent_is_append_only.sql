create function consent_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'what was said about a consent is never changed';
end;
$$;

create trigger consent_never_changed before update on consent
    for each row execute function consent_refuse();

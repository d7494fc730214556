create trigger consent_never_changed before update on consent
begin
    select raise(abort, 'what was said about a consent is never changed');
end;

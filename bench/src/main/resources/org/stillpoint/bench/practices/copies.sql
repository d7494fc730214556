-- Practices copied within one database: each into a schema of its own, or all into one set of tables, whose rows carry their practice's number.
-- The practice with the number 7 connects by the role p00007.
create schema copies;
revoke all on schema copies from public;

-- Functions, references and triggers of a schema as commands that name no schema.
create function copies.rules(source text) returns text[] language plpgsql as $$
begin
    perform set_config('search_path', source, true);
    return array(select replace(pg_get_functiondef(oid), source || '.', '') from pg_proc where pronamespace = source::regnamespace)
        || array(select format('alter table %I add %s', relname, pg_get_constraintdef(f.oid))
                   from pg_constraint f join pg_class t on t.oid = conrelid where connamespace = source::regnamespace and contype = 'f')
        || array(select pg_get_triggerdef(g.oid, true)
                   from pg_trigger g join pg_class t on t.oid = tgrelid where relnamespace = source::regnamespace and not tgisinternal);
end;
$$;

create view copies.tables as
    select relnamespace::regnamespace::text as source, relname as name,
           (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
             where attrelid = t.oid and attnum > 0 and not attisdropped) as columns
      from pg_class t where relkind = 'r';

-- A schema of the owner's own, with the rows of the source, or with those of one practice among the rows of all.
create function copies.make_schema(from_source text, target text, owner text, rows_of integer) returns void language plpgsql as $$
declare
    rules text[] := copies.rules(from_source);
    one record;
    rule text;
begin
    execute format('create schema %I authorization %I', target, owner);
    for one in select * from copies.tables where source = from_source loop
        execute format('create table %I.%I (like %I.%I including all)', target, one.name, from_source, one.name);
        execute format('alter table %I.%I owner to %I', target, one.name, owner);
        if rows_of is null or one.name = 'flyway_schema_history' then
            execute format('insert into %1$I.%2$I (%3$s) select %3$s from %4$I.%2$I', target, one.name, one.columns, from_source);
        else
            execute format('insert into %1$I.%2$I (%3$s) select %3$s from together.%2$I where practice = %4$s',
                           target, one.name, one.columns, rows_of);
        end if;
    end loop;
    perform set_config('search_path', target, true);
    foreach rule in array rules loop
        execute rule;
    end loop;
    for one in select oid::regprocedure as name from pg_proc where pronamespace = target::regnamespace loop
        execute format('alter function %s owner to %I', one.name, owner);
    end loop;
end;
$$;

-- The tables of all practices, still without indexes and rules.
create function copies.make_together(from_source text) returns void language plpgsql as $$
declare
    one record;
begin
    create schema together;
    for one in select * from copies.tables where source = from_source and name <> 'flyway_schema_history' loop
        execute format('create table together.%1$I (practice integer not null default substr(current_user::text, 2)::integer, '
                       'like %2$I.%1$I including defaults including constraints including storage)', one.name, from_source);
    end loop;
    execute format('create table together.flyway_schema_history (like %I.flyway_schema_history including all)', from_source);
    execute format('insert into together.flyway_schema_history select * from %I.flyway_schema_history', from_source);
end;
$$;

-- One practice more among the rows of all; rules are not asked, for they have been of the source.
create function copies.add_rows(from_source text, number integer) returns void language plpgsql
    set session_replication_role = replica as $$
declare
    one record;
begin
    for one in select * from copies.tables where source = from_source and name <> 'flyway_schema_history' loop
        execute format('insert into together.%1$I (practice, %2$s) select %3$s, %2$s from %4$I.%1$I', one.name, one.columns, number, from_source);
    end loop;
end;
$$;

-- Keys, indexes, references and rules, each led by the practice; and what keeps one from the rows of another: the role, which nobody can choose.
create function copies.finish_together(from_source text) returns void language plpgsql as $$
declare
    rules text[] := copies.rules(from_source);
    one record;
    rule text;
begin
    perform set_config('search_path', 'together', true);
    for one in select relname, indisprimary, indexrelid from pg_index i join pg_class t on t.oid = indrelid
                where relnamespace = from_source::regnamespace and relname <> 'flyway_schema_history' loop
        if one.indisprimary then
            execute format('alter table %I add primary key (practice, %s)', one.relname,
                           (select string_agg(pg_get_indexdef(one.indexrelid, n, true), ', ' order by n)
                              from generate_series(1, (select indnkeyatts from pg_index where indexrelid = one.indexrelid)) n));
        else
            execute regexp_replace(pg_get_indexdef(one.indexrelid), ' ON \S+ USING btree \(',
                                   format(' ON %I USING btree (practice, ', one.relname));
        end if;
    end loop;
    foreach rule in array rules loop
        execute regexp_replace(rule, 'FOREIGN KEY \((.*)\) REFERENCES (\w+)\(', 'FOREIGN KEY (practice, \1) REFERENCES \2(practice, ');
    end loop;
    grant usage on schema together to practices;
    for one in select * from copies.tables where source = 'together' and name <> 'flyway_schema_history' loop
        execute format('grant select, insert, update, delete on %I to practices', one.name);
        execute format('alter table %I enable row level security', one.name);
        execute format('create policy own on %I using (practice = substr(current_user::text, 2)::integer)', one.name);
    end loop;
    grant select on flyway_schema_history to practices;
    -- what a policy by a setting would be, to be tried
    create schema tried;
    grant usage on schema tried to practices;
    create table tried.by_setting as select generate_series(1, 2) as practice;
    grant select on tried.by_setting to practices;
    alter table tried.by_setting enable row level security;
    create policy own on tried.by_setting using (practice = current_setting('stillpoint.practice')::integer);
end;
$$;

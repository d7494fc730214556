-- Something worse is an open matter until somebody has written what was done; a later check-in closes none. check_in.worse stays 1 as
-- long as it is open.
create index check_in_that_is_open on check_in (client_id) where worse = 1;
update client set worse = 1
    where worse = 0 and exists (select 1 from check_in where check_in.client_id = client.id and check_in.worse = 1);

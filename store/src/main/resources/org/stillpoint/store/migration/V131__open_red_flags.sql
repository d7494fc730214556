-- Whose red flag is open stands first among what is worse; there are few of them.
create index red_flag_that_is_open on red_flag (client_id) where is_open = 1;

-- A client who came by a link is named in the account with the link. (SQLite holds no text to a length.)
alter table audit alter column actor type varchar(100);

-- Who may make an account with a link; of the link there is only a hash. The rest is under the installation's key.
create table invitation (
    id varchar(36) not null primary key,
    link_hash varchar(64) not null unique check (length(link_hash) = 64),
    content ${bytes} not null
);

-- When somebody signed in last.
create index audit_sign_ins on audit (deed_key, at) where act = 'SIGN_IN';

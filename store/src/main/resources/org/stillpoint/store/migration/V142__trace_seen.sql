-- Whether somebody had seen the trace before hands gave a direction is asked at every such mark.
create index audit_trace_seen on audit (client_id, at) where act = 'SEE_TRACE';

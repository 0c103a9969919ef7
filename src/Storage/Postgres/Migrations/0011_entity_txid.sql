-- txid says who wrote a state last, so that nodes can ask what was written since they asked before.
alter table entity add column txid bigint not null default 0;
alter table entity alter column txid set default txid_current();

create index entity_txid_idx on entity (txid);

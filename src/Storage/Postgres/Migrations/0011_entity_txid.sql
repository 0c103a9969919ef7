-- txid says who wrote a state last, so that nodes can ask what was written since they asked before. A trigger sets it: nodes
-- of an earlier version write beside later ones while these are rolled out.
alter table entity add column txid bigint not null default 0;

create function stamp_txid() returns trigger
    language plpgsql
as
$$
begin
    new.txid := txid_current();
    return new;
end
$$;

create trigger entity_stamps_txid before insert or update on entity
    for each row execute function stamp_txid();

create index entity_txid_idx on entity (txid);

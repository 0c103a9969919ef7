#!/usr/bin/env python3
"""Verifies exports of the ledger without any code of the product. See docs/ledger.md.

    verify.py ledger LEARNER_ID PAGE.json [PAGE.json …]     rows as GET /v1/learners/{id}/ledger answers them
    verify.py checkpoint CHECKPOINT.json LEAVES.tsv         a checkpoint as the API answers it; its leaves: id, seq, hash
    verify.py statements PAGE.json [PAGE.json …]            checkpoints as GET /v1/checkpoints answers them

Needs Python 3.8 and, for signatures, the program openssl. Exit code 0 when everything holds.
"""
import base64
import hashlib
import json
import os
import subprocess
import sys
import tempfile


def field(content):
    return len(content).to_bytes(4, "big") + content


def row_hash(ledger_id, seq, kind, previous, body):
    return hashlib.sha256(
        b"\x01"
        + field(ledger_id.encode())
        + field(seq.to_bytes(8, "big"))
        + field(kind.encode())
        + field(previous)
        + field(body.encode())
    ).digest()


def leaf(ledger_id, seq, hash_of_row):
    return field(ledger_id.encode()) + seq.to_bytes(8, "big") + hash_of_row


def merkle_root(leaf_hashes):
    if not leaf_hashes:
        return hashlib.sha256(b"").digest()
    if len(leaf_hashes) == 1:
        return leaf_hashes[0]
    split = 1
    while split * 2 < len(leaf_hashes):
        split *= 2
    return hashlib.sha256(b"\x01" + merkle_root(leaf_hashes[:split]) + merkle_root(leaf_hashes[split:])).digest()


def der_integer(big_endian):
    content = big_endian.lstrip(b"\x00") or b"\x00"
    content = b"\x00" + content if content[0] & 0x80 else content
    return b"\x02" + bytes([len(content)]) + content


def signature_holds(public_key_pem, statement, signature):
    # The signature is r and s, 32 bytes each; openssl reads them as a DER sequence of two integers.
    integers = der_integer(signature[:32]) + der_integer(signature[32:])
    with tempfile.TemporaryDirectory() as folder:
        def write(name, content):
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(content)
            return path

        key = write("key.pem", public_key_pem.encode())
        der = write("signature.der", b"\x30" + bytes([len(integers)]) + integers)
        signed = write("statement.json", statement)
        command = ["openssl", "dgst", "-sha256", "-verify", key, "-signature", der, signed]
        return len(signature) == 64 and subprocess.run(command, capture_output=True, check=False).returncode == 0


def key_id(public_key_pem):
    lines = [line for line in public_key_pem.splitlines() if line and not line.startswith("-----")]
    return hashlib.sha256(base64.b64decode("".join(lines))).hexdigest()[:16]


def verify_ledger(ledger_id, paths):
    rows = [row for path in paths for row in json.load(open(path, encoding="utf-8"))["items"]]
    previous, expected_seq, faults = bytes(32), 1, []
    for row in rows:
        if row["seq"] != expected_seq:
            faults.append(f"row {row['seq']} where row {expected_seq} belongs")
        if row["prevHash"] != previous.hex():
            faults.append(f"row {row['seq']} does not name the hash of the row before it")
        if row_hash(ledger_id, row["seq"], row["kind"], bytes.fromhex(row["prevHash"]), row["body"]).hex() != row["hash"]:
            faults.append(f"row {row['seq']} has another hash than its content")
        previous, expected_seq = bytes.fromhex(row["hash"]), row["seq"] + 1
    if not rows:
        faults.append("there is no row to verify")
    print(f"{ledger_id}: {len(rows)} rows, head {expected_seq - 1} {previous.hex()}")
    return faults


def verify_statement(checkpoint, faults):
    statement = checkpoint["statement"].encode()
    name = f"checkpoint {json.loads(statement)['number']}"
    if not checkpoint["publicKey"]:
        faults.append(f"{name} comes without the key that signed it")
    elif key_id(checkpoint["publicKey"]) != checkpoint["keyId"]:
        faults.append(f"{name} names another key than it brings")
    elif not signature_holds(checkpoint["publicKey"], statement, base64.b64decode(checkpoint["signature"])):
        faults.append(f"{name} has a signature that does not hold")
    return json.loads(statement)


def verify_checkpoint(path, leaves_path):
    faults = []
    stated = verify_statement(json.load(open(path, encoding="utf-8")), faults)
    leaves = [line.rstrip("\n").split("\t") for line in open(leaves_path, encoding="utf-8") if line.strip()]
    hashes = [hashlib.sha256(b"\x00" + leaf(i, int(s), bytes.fromhex(h))).digest() for i, s, h in sorted(leaves)]
    if len(hashes) != stated["leaves"]:
        faults.append(f"{len(hashes)} leaves where {stated['leaves']} are stated")
    if merkle_root(hashes).hex() != stated["root"]:
        faults.append("the leaves do not have the root that is stated")
    print(f"checkpoint {stated['number']}: {stated['leaves']} leaves, {stated['rows']} rows, root {stated['root']}")
    return faults


def verify_statements(paths):
    faults, previous, rows, expected = [], "0" * 64, 0, 1
    for checkpoint in [item for path in paths for item in json.load(open(path, encoding="utf-8"))["items"]]:
        stated = verify_statement(checkpoint, faults)
        if stated["number"] != expected:
            faults.append(f"checkpoint {stated['number']} where {expected} belongs")
        if stated["previous"] != previous:
            faults.append(f"checkpoint {stated['number']} does not name the one before it")
        if stated["rows"] < rows + stated["leaves"]:
            faults.append(f"checkpoint {stated['number']} states fewer rows than it has leaves")
        previous = hashlib.sha256(checkpoint["statement"].encode()).hexdigest()
        rows, expected = stated["rows"], stated["number"] + 1
    if expected == 1:
        faults.append("there is no checkpoint to verify")
    print(f"{expected - 1} checkpoints, {rows} rows, newest {previous}")
    return faults


def main(arguments):
    if len(arguments) >= 3 and arguments[0] == "ledger":
        faults = verify_ledger(arguments[1], arguments[2:])
    elif len(arguments) == 3 and arguments[0] == "checkpoint":
        faults = verify_checkpoint(arguments[1], arguments[2])
    elif len(arguments) >= 2 and arguments[0] == "statements":
        faults = verify_statements(arguments[1:])
    else:
        print(__doc__, file=sys.stderr)
        return 2
    for fault in faults:
        print(f"FAULT: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"FAULT: a file cannot be read as what it should be: {error!r}")
        sys.exit(1)

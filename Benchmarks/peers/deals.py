"""What a peer does with the deals: it writes them to a CSV file, or sums their amounts one by one."""
import argparse
import csv
import json

FIELDS = ["ID", "TITLE", "STAGE_ID", "OPPORTUNITY", "ASSIGNED_BY_ID", "CLOSEDATE"]


class Count:
    """What went over the wire."""

    def __init__(self):
        self.requests = self.refusals = 0

    def add(self, status):
        self.requests += 1
        self.refusals += status == 503


def write(deals, path):
    rows = 0
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        for deal in deals:
            writer.writerow([deal[field] for field in FIELDS])
            rows += 1
    return rows


def add_up(deals):
    rows, total = 0, 0.0
    for deal in deals:
        total += float(deal["OPPORTUNITY"] or 0)
        rows += 1
    return rows


def main(read):
    """Runs `read(webhook, count)`, which gives deals, and tells what became of it as one line of JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("webhook")
    parser.add_argument("--out", help="the CSV file; without it the amounts are summed")
    wanted = parser.parse_args()
    count = Count()
    told = {}
    try:
        deals = read(wanted.webhook, count)
        told["rows"] = write(deals, wanted.out) if wanted.out else add_up(deals)
    except Exception as error:  # the table shows it; its text could show the webhook
        told["failed"] = type(error).__name__
    print(json.dumps({**told, "requests": count.requests, "refusals": count.refusals}))

#!/usr/bin/env python3
"""The forty features in pandas and in polars, as a person writes them, over the bench's events.

    python3 dataframes.py make FOLDER EVENTS    # the events of bench section l, as typed Parquet
    python3 dataframes.py pandas|polars FOLDER  # seconds, processor seconds, peak memory

Needs pandas, polars, pyarrow and duckdb (which makes the data). The events are the same, by the
same formulas, as those of section l; they come as typed Parquet, a file for each source, where
Tributary reads staged events with a JSON payload. Only products are JSON text here too. As of
2024-01-01, UTC.
"""
import json
import resource
import sys
import time
from pathlib import Path

LOOKBACKS = [7, 30, 90, 365]
PROFILE_EVENTS = 12

EVENTS = """
create table events as
with dealt as (
    select n, ('0x' || left(md5(n::varchar), 8))::bigint as one,
        ('0x' || substring(md5(n::varchar), 9, 8))::bigint as two
    from range({events}) as numbers(n))
select n, one, two, n % {profiles} as user_key, 'e' || n as event_id,
    '2023-01-01'::timestamp + to_seconds(two % 31536000) as event_time,
    ('2024-01-01'::date - ('2023-01-01'::timestamp + to_seconds(two % 31536000))::date)::int as age,
    case when one % 100 < 45 then 'tracks' when one % 100 < 75 then 'pages'
        when one % 100 < 80 then 'identifies' when one % 100 < 90 then 'product_added'
        when one % 100 < 95 then 'checkout_step_completed' else 'order_completed' end as source
from dealt
"""
KEYS = "user_key, event_id, event_time, age"
TABLES = {
    "activity": f"select {KEYS} from events where source in ('tracks', 'pages')",
    "identifies": f"""select {KEYS}, case one % 3 when 0 then 'f' when 1 then 'm' end as gender,
        'C' || (two % 40) as country, 'S' || (two % 90) as state,
        make_date((1950 + two % 50)::int, (1 + one % 9)::int, (10 + one % 10)::int) as birthday,
        'u' || n || '@mail' || (two % 20) || '.example' as email,
        lower(case two % 3 when 0 then 'iPhone' when 1 then 'Windows' else 'TV' end) as device_type,
        case one % 2 when 0 then 'news' else 'ads' end as campaign_source
        from events where source = 'identifies'""",
    "carts": f"""select {KEYS}, 'c' || (n // 3) as cart_id, 's' || (two % 3000) as sku
        from events where source = 'product_added'""",
    "checkouts": f"""select {KEYS},
        case two % 3 when 0 then 'visa' when 1 then 'paypal' else 'cash' end as payment_method
        from events where source = 'checkout_step_completed'""",
    "orders": f"""select {KEYS}, 'o' || n as order_id,
        ((10 + two % 500) || '.' || (10 + one % 90))::double as total,
        to_json([
            {{sku: 's' || (two % 3000), category: 'k' || (two % 30), price: 1 + two % 90,
              quantity: 1 + one % 3}},
            {{sku: 's' || (one % 3000), category: 'k' || (one % 30), price: 1 + one % 90,
              quantity: 1}}])::varchar as products
        from events where source = 'order_completed'""",
}


def make(folder, events):
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    database = duckdb.connect()
    database.execute(EVENTS.format(events=events, profiles=events // PROFILE_EVENTS))
    for name, query in TABLES.items():
        database.execute(f"copy ({query}) to '{folder / name}.parquet'")
    database.execute(
        f"copy (select distinct user_key from events) to '{folder / 'profiles'}.parquet'"
    )


def with_pandas(folder):
    import pandas as pd

    def read(name):
        return pd.read_parquet(folder / f"{name}.parquet")

    def latest(rows, column):
        return rows.dropna(subset=column).groupby("user_key")[column].last()

    def listed(rows, column):
        distinct = rows[["user_key", column]].dropna().drop_duplicates()
        return distinct.sort_values(["user_key", column]).groupby("user_key")[column].agg(list)

    users = read("profiles").set_index("user_key").sort_index()
    out = {}
    identifies = read("identifies").sort_values(["event_time", "event_id"])
    for column in ["gender", "country", "state"]:
        out[column] = latest(identifies, column)
    birthday = pd.to_datetime(latest(identifies, "birthday"))
    is_new_year = (birthday.dt.month == 1) & (birthday.dt.day == 1)
    out["age_in_years"] = 2023 - birthday.dt.year + is_new_year
    out["email_domain"] = latest(identifies, "email").str.split("@").str[1].str.lower()
    for name, pattern in [
        ("has_mobile_app", "android|ios|iphone|ipad"),
        ("is_active_on_website", "windows|mac|linux|pc|browser"),
    ]:
        has = identifies["device_type"].str.contains(pattern)
        out[name] = has.groupby(identifies["user_key"]).any()
    out["campaign_sources"] = listed(identifies, "campaign_source")
    out["days_since_account_creation"] = identifies.groupby("user_key")["age"].max()

    activity = read("activity")
    seen = activity.groupby("user_key")["age"].min()
    out["days_since_last_seen"] = seen
    days = activity[["user_key", "age"]].drop_duplicates()
    orders = read("orders").sort_values(["event_time", "event_id"])
    carts = read("carts")
    for n in LOOKBACKS:
        out[f"is_churned_{n}_days"] = seen > n
        out[f"active_days_in_past_{n}_days"] = days[days["age"] <= n].groupby("user_key").size()
        past = orders[orders["age"] <= n]
        out[f"amt_spent_in_past_{n}_days"] = past.groupby("user_key")["total"].sum()
        out[f"transactions_in_past_{n}_days"] = past.groupby("user_key").size()
        added = carts[carts["age"] <= n]
        out[f"carts_in_past_{n}_days"] = added.groupby("user_key")["cart_id"].nunique()
        out[f"products_added_in_past_{n}_days"] = listed(added, "sku")
    totals = orders.groupby("user_key")["total"]
    out["total_amt_spent"] = totals.sum()
    out["last_transaction_value"] = totals.last()
    out["average_transaction_value"] = totals.mean()
    out["median_transaction_value"] = totals.median()
    out["highest_transaction_value"] = totals.max()
    out["total_transactions"] = totals.size()
    out["days_since_last_purchase"] = orders.groupby("user_key")["age"].min()
    out["total_carts"] = carts.groupby("user_key")["cart_id"].nunique()
    out["total_products_added_to_cart"] = carts.groupby("user_key").size()
    out["days_since_last_cart_add"] = carts.groupby("user_key")["age"].min()
    checkouts = read("checkouts")
    out["payment_modes"] = listed(checkouts, "payment_method")
    is_card = checkouts["payment_method"].str.lower().isin(["visa", "mastercard"])
    out["has_credit_card"] = is_card.groupby(checkouts["user_key"]).any()

    parsed = orders[["user_key"]].assign(products=orders["products"].map(json.loads))
    products = parsed.explode("products", ignore_index=True)
    lines = pd.concat(
        [products[["user_key"]], pd.DataFrame.from_records(products["products"].tolist())], axis=1
    )
    out["average_units_per_transaction"] = lines.groupby("user_key").size() / totals.size()
    for name, column in [("items_purchased_ever", "sku"), ("categories_purchased_ever", "category")]:
        lists = listed(lines, column)
        out[name] = lists[lists.str.len() <= 10]
    lines["spent"] = lines["price"] * lines["quantity"]
    by = lines.groupby(["user_key", "category"])["spent"].agg(["sum", "size"]).reset_index()
    for name, column in [("highest_spent_category", "sum"), ("highest_transacted_category", "size")]:
        best = by.sort_values([column, "category"], ascending=[False, True])
        out[name] = best.drop_duplicates("user_key").set_index("user_key")["category"]
    wide = users.assign(**out)
    counts = [c for c in wide if c.startswith(("active_days", "amt", "transactions", "carts", "total"))]
    wide[counts] = wide[counts].fillna(0)
    wide.to_parquet(folder / "by_pandas.parquet")


def with_polars(folder):
    import polars as pl

    def scan(name):
        return pl.scan_parquet(folder / f"{name}.parquet")

    product_lines = pl.List(pl.Struct(
        {"sku": pl.String, "category": pl.String, "price": pl.Float64, "quantity": pl.Float64}))
    order = ["event_time", "event_id"]

    def latest(column):
        kept = pl.col(column).is_not_null()
        return pl.col(column).filter(kept).sort_by(pl.struct(order).filter(kept)).last()

    def listed(expression):
        distinct = expression.drop_nulls().unique().sort()
        return pl.when(distinct.len() > 0).then(distinct.implode())

    identifies = scan("identifies").group_by("user_key").agg(
        *[latest(column) for column in ["gender", "country", "state", "birthday", "email"]],
        pl.col("device_type").str.contains("android|ios|iphone|ipad").any().alias("has_mobile_app"),
        pl.col("device_type").str.contains("windows|mac|linux|pc|browser").any()
        .alias("is_active_on_website"),
        listed(pl.col("campaign_source")).alias("campaign_sources"),
        pl.col("age").max().alias("days_since_account_creation"),
    ).with_columns(
        (2023 - pl.col("birthday").dt.year()
         + ((pl.col("birthday").dt.month() == 1) & (pl.col("birthday").dt.day() == 1)).cast(pl.Int32))
        .alias("age_in_years"),
        pl.col("email").str.split("@").list.get(1).str.to_lowercase().alias("email_domain"),
    ).drop("birthday", "email")
    past = lambda column, n: pl.col(column).filter(pl.col("age") <= n)
    activity = scan("activity").group_by("user_key").agg(
        pl.col("age").min().alias("days_since_last_seen"),
        *[past("age", n).n_unique().alias(f"active_days_in_past_{n}_days") for n in LOOKBACKS],
    ).with_columns(
        *[(pl.col("days_since_last_seen") > n).alias(f"is_churned_{n}_days") for n in LOOKBACKS]
    )
    orders = scan("orders").group_by("user_key").agg(
        *[past("total", n).sum().alias(f"amt_spent_in_past_{n}_days") for n in LOOKBACKS],
        *[past("total", n).len().alias(f"transactions_in_past_{n}_days") for n in LOOKBACKS],
        pl.col("total").sum().alias("total_amt_spent"),
        pl.col("total").sort_by(order).last().alias("last_transaction_value"),
        pl.col("total").mean().alias("average_transaction_value"),
        pl.col("total").median().alias("median_transaction_value"),
        pl.col("total").max().alias("highest_transaction_value"),
        pl.len().alias("total_transactions"),
        pl.col("age").min().alias("days_since_last_purchase"),
        (pl.col("products").str.json_decode(product_lines).list.len().sum() / pl.len()).alias("average_units_per_transaction"),
    )
    carts = scan("carts").group_by("user_key").agg(
        *[past("cart_id", n).n_unique().alias(f"carts_in_past_{n}_days") for n in LOOKBACKS],
        *[listed(past("sku", n)).alias(f"products_added_in_past_{n}_days") for n in LOOKBACKS],
        pl.col("cart_id").n_unique().alias("total_carts"),
        pl.len().alias("total_products_added_to_cart"),
        pl.col("age").min().alias("days_since_last_cart_add"),
    )
    checkouts = scan("checkouts").group_by("user_key").agg(
        listed(pl.col("payment_method")).alias("payment_modes"),
        pl.col("payment_method").str.to_lowercase().is_in(["visa", "mastercard"]).any()
        .alias("has_credit_card"),
    )
    lines = scan("orders").select(
        "user_key", pl.col("products").str.json_decode(product_lines)
    ).explode("products").unnest("products")
    bought = lines.group_by("user_key").agg(
        listed(pl.col("sku")).alias("items_purchased_ever"),
        listed(pl.col("category")).alias("categories_purchased_ever"),
    ).with_columns(
        *[pl.when(pl.col(column).list.len() <= 10).then(pl.col(column)).alias(column)
          for column in ["items_purchased_ever", "categories_purchased_ever"]]
    )
    highest = lines.group_by("user_key", "category").agg(
        (pl.col("price") * pl.col("quantity")).sum().alias("spent"), pl.len().alias("lines")
    ).group_by("user_key").agg(
        *[pl.col("category").sort_by([column, "category"], descending=[True, False]).first()
          .alias(name)
          for name, column in [("highest_spent_category", "spent"),
                               ("highest_transacted_category", "lines")]]
    )
    wide = scan("profiles")
    for part in [identifies, activity, orders, carts, checkouts, bought, highest]:
        wide = wide.join(part, on="user_key", how="left")
    counts = pl.selectors.starts_with("active_days", "amt", "transactions", "carts_in", "total")
    wide.with_columns(counts.fill_null(0)).collect().write_parquet(folder / "by_polars.parquet")


def same(folder):
    """Rows, and for each column how many of them differ between the two."""
    import duckdb

    one, two = [f"read_parquet('{folder}/by_{name}.parquet')" for name in ("pandas", "polars")]
    columns = {row[0] for row in duckdb.sql(f"describe select * from {one}").fetchall()}
    others = {row[0] for row in duckdb.sql(f"describe select * from {two}").fetchall()}
    columns |= others
    checks = ", ".join(
        f"count(*) filter (where a.{c}::varchar is distinct from b.{c}::varchar and not coalesce("
        f"abs(try_cast(a.{c}::varchar as double) - try_cast(b.{c}::varchar as double)) < 1e-6, false)"
        f") as {c}"
        for c in sorted(columns - {"user_key"})
    )
    row = duckdb.sql(f"select {checks} from {one} a full join {two} b using (user_key)")
    found = {name: rows for name, rows in zip(row.columns, row.fetchall()[0]) if rows}
    print(json.dumps({"columns": len(columns) - 1, "different": found}))


def main():
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "make":
        return make(folder, int(sys.argv[3]))
    if what == "same":
        return same(folder)
    calculate = {"pandas": with_pandas, "polars": with_polars}[what]
    started = time.perf_counter()
    calculate(folder)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({
        "with": what,
        "seconds": round(time.perf_counter() - started, 2),
        "processor_seconds": round(usage.ru_utime + usage.ru_stime, 2),
        "peak_mib": usage.ru_maxrss // 1024,
    }))


main()

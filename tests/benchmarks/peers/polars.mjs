// node polars.mjs FILE: the job in Polars, lazily: the file is grouped once, by all four, into sums; these are then
// added up. `version` prints its version.
import { dimensions, installed, ratings, texts, timed } from "./job.mjs";

const pl = installed("nodejs-polars");

const schema = Object.fromEntries([
    ...texts.map((name) => [name, pl.Utf8]),
    ...ratings.map((name) => [name, pl.Int64]),
    ["weight", pl.Float64],
    ["comment", pl.Utf8],
]);
const kept = ["touchpoint", "stage", "channel", "timestamp", ...ratings];

/** The groups of one dimension, or all responses, from the sums of cells. */
function added(cells, dimension) {
    const keys = dimension === "all" ? cells.withColumn(pl.lit("").alias("key")) : cells.withColumn(pl.col(dimension).alias("key"));
    const names = cells.columns.filter((name) => !dimensions.includes(name));
    return keys.groupBy("key").agg(...names.map((name) => pl.col(name).sum().alias(name))).toRecords().map((sums) => figures(dimension, sums));
}

function figures(dimension, sums) {
    const row = { dimension, group: dimension === "all" ? null : sums.key, n: Number(sums.n) };
    row.net = (100 * (Number(sums.promoters) - Number(sums.detractors))) / Number(sums.n_nps);
    for (const rating of ratings) {
        const [n, sum, squares] = ["n", "s", "q"].map((name) => Number(sums[`${name}_${rating}`]));
        row[`mean_${rating}`] = sum / n;
        row[`variance_${rating}`] = (squares - (sum * sum) / n) / (n - 1);
    }
    return row;
}

const file = process.argv[2];
if (file === "version") {
    console.log(pl.version ?? pl.default.version);
} else if (file === undefined) {
    console.error("usage: polars.mjs FILE");
    process.exit(2);
} else {
    await timed(async () => {
        const sums = ratings.flatMap((r) => [
            pl.col(r).count().alias(`n_${r}`),
            pl.col(r).sum().alias(`s_${r}`),
            pl.col(r).mul(pl.col(r)).sum().alias(`q_${r}`),
        ]);
        const cells = await pl
            .scanCSV(file, { schema })
            .select(...kept.map((name) => pl.col(name)))
            .withColumns(pl.col("timestamp").str.slice(0, 7).alias("month"))
            .groupBy(dimensions)
            .agg(
                pl.len().alias("n"),
                pl.col("nps").gtEq(9).sum().alias("promoters"),
                pl.col("nps").ltEq(6).sum().alias("detractors"),
                ...sums,
            )
            .collect();
        return ["all", ...dimensions].flatMap((dimension) => added(cells, dimension));
    });
}

// node duckdb.mjs FORM FILE: the job in DuckDB, in one of the forms below. `version` prints its version.
import { dimensions, installed, ratings, texts, timed } from "./job.mjs";

const { DuckDBInstance, version } = installed("@duckdb/node-api");

const columns = [
    ...texts.map((name) => `'${name}': 'VARCHAR'`),
    ...ratings.map((name) => `'${name}': 'UTINYINT'`),
    "'weight': 'DOUBLE'",
    "'comment': 'VARCHAR'",
].join(", ");
const survey = (file) => `(SELECT *, left(timestamp, 7) AS month FROM read_csv('${file.replaceAll("'", "''")}',
    columns = {${columns}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"'))`;

const sets = `GROUPING SETS ((), ${dimensions.map((name) => `(${name})`).join(", ")})`;
const group = `CASE ${dimensions.map((name) => `WHEN grouping(${name}) = 0 THEN '${name}'`).join(" ")} ELSE 'all' END
    AS dimension, coalesce(${dimensions.join(", ")}) AS "group"`;
const each = (make) => ratings.map(make).join(",\n    ");

const forms = {
    // One query, as it is thought of.
    "grouping-sets": (file) => `
        SELECT ${group}, count(*) AS n,
            avg(CASE WHEN nps >= 9 THEN 100 WHEN nps >= 7 THEN 0 WHEN nps IS NOT NULL THEN -100 END) AS net,
            ${each((r) => `avg(${r}) AS mean_${r}, var_samp(${r}) AS variance_${r}`)}
        FROM ${survey(file)} GROUP BY ${sets}`,
    // The file is grouped once, by all four, into sums; these are then added up.
    expert: (file) => `
        WITH cells AS (
            SELECT ${dimensions.join(", ")}, count(*) AS n, count(*) FILTER (nps >= 9) AS promoters,
                count(*) FILTER (nps <= 6) AS detractors,
                ${each((r) => `count(${r}) AS n_${r}, sum(${r}) AS s_${r}, sum(${r}::INTEGER * ${r}) AS q_${r}`)}
            FROM ${survey(file)} GROUP BY ${dimensions.join(", ")}),
        sums AS (
            SELECT ${group}, sum(n)::DOUBLE AS n, sum(promoters)::DOUBLE AS promoters,
                sum(detractors)::DOUBLE AS detractors,
                ${each((r) => `sum(n_${r})::DOUBLE AS n_${r}, sum(s_${r})::DOUBLE AS s_${r}, sum(q_${r})::DOUBLE AS q_${r}`)}
            FROM cells GROUP BY ${sets})
        SELECT dimension, "group", n, 100 * (promoters - detractors) / n_nps AS net,
            ${each((r) => `s_${r} / n_${r} AS mean_${r},
                (q_${r} - s_${r} * s_${r} / n_${r}) / (n_${r} - 1) AS variance_${r}`)}
        FROM sums`,
    // How often each point was given: not timed, but compared with cx.
    points: (file) => `
        SELECT ${group}, item, point, count(*) AS n
        FROM (UNPIVOT ${survey(file)} ON ${ratings.join(", ")} INTO NAME item VALUE point)
        GROUP BY GROUPING SETS ((item, point), ${dimensions.map((name) => `(${name}, item, point)`).join(", ")})`,
};

const [form, file] = process.argv.slice(2);
if (form === "version") {
    console.log(version().replace(/^v/, ""));
} else if (!(form in forms) || file === undefined) {
    console.error(`usage: duckdb.mjs ${Object.keys(forms).join("|")} FILE`);
    process.exit(2);
} else {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await timed(async () => (await connection.runAndReadAll(forms[form](file))).getRowObjectsJson());
}

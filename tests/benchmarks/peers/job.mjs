// The job that every peer does with make_survey's file: n, NPS, mean and sample variance of each rating, over all
// responses and by touchpoint, stage, channel and month.
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(process.env.CX_PEERS ?? path.join(here, "../../../build/peers"));

/** Packages as `./dev bench --peers` installed them. */
export const installed = createRequire(folder + path.sep);

export const texts = ["response_id", "timestamp", "touchpoint", "stage", "channel", "segment"];
export const importance = ["imp_range", "imp_price", "imp_advice", "imp_delivery", "imp_ease"];
export const performance = ["perf_range", "perf_price", "perf_advice", "perf_delivery", "perf_ease"];
export const ratings = ["nps", "csat", "ces", ...importance, ...performance];
export const dimensions = ["touchpoint", "stage", "channel", "month"];

/** Prints what `ask` finds, one row a line as JSON, and on standard error how long it took from question to answer. */
export async function timed(ask) {
    const began = process.hrtime.bigint();
    const rows = await ask();
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    process.stdout.write(rows.map((row) => JSON.stringify(row) + "\n").join(""));
    process.stderr.write(`query ${seconds.toFixed(6)} s\n`);
}

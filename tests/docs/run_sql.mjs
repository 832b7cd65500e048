// node run_sql.mjs PEERS: runs the SQL on standard input in DuckDB, in the folder it is called in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.argv[2], "package.json"));
const { DuckDBInstance } = require("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(readFileSync(0, "utf8"));

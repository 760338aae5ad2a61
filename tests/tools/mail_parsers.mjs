// Reads an e-mail from the standard input and prints what postal-mime and mailparser find in it.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(fileURLToPath(process.argv[2] + "/"));
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const content = Buffer.concat(chunks);

const hash = (bytes) => createHash("sha256").update(Buffer.from(bytes)).digest("hex");
const lines = (text) => (text || "").replaceAll("\r\n", "\n").trimEnd();
const person = (one) => ({ name: one.name, address: one.address });

const { default: PostalMime } = require("postal-mime");
const postal = await PostalMime.parse(content);
const { simpleParser } = require("mailparser");
const parsed = await simpleParser(content);

console.log(JSON.stringify({
  "postal-mime": {
    from: person(postal.from),
    to: postal.to.map(person),
    subject: postal.subject,
    id: postal.messageId,
    text: lines(postal.text),
    html: lines(postal.html),
    headers: Object.fromEntries(postal.headers.map((one) => [one.key, one.value])),
    files: postal.attachments.map((one) => ({
      name: one.filename, kind: one.mimeType, hash: hash(one.content),
    })),
  },
  mailparser: {
    from: person(parsed.from.value[0]),
    to: parsed.to.value.map(person),
    subject: parsed.subject,
    id: parsed.messageId,
    text: lines(parsed.text),
    html: lines(parsed.html),
    headers: Object.fromEntries(parsed.headerLines.map(
      (one) => [one.key, one.line.slice(one.key.length + 1).trim()])),
    files: parsed.attachments.map((one) => ({
      name: one.filename, kind: one.contentType, hash: hash(one.content),
    })),
  },
}));

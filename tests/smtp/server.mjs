// Mail servers for the tests, on ports of their own; prints their ports as one line of JSON, then one line for every mail, read by a parser
// of others' making. The lines "down" and "up" on its input take the open one away and back again. Ends when its input does.
import { createServer } from "node:net";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { SMTPServer } from "smtp-server";
import PostalMime from "postal-mime";

const say = (what) => console.log(JSON.stringify(what));

async function read(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const shared = {
  authOptional: true,
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _, done) =>
    username === "ledstjarna" && password === "inte hemligt: åäö" ? done(null, { user: username }) : done(new Error("Wrong name or password")),
  onRcptTo: ({ address }, _, done) =>
    address.startsWith("okand") ? done(Object.assign(new Error(`<${address}> is not here`), { responseCode: 550 })) : done(),
  async onData(stream, session, done) {
    const raw = await read(stream);
    const mail = await PostalMime.parse(raw);
    say({
      recipients: session.envelope.rcptTo.map((r) => r.address),
      sender: session.envelope.mailFrom.address,
      user: session.user ?? null,
      subject: mail.subject,
      to: mail.to,
      from: mail.from,
      text: mail.text,
      html: mail.html ?? null,
      headers: mail.headers.map(({ key, value }) => ({ key, value })),
      isAscii: raw.every((b) => b < 128),
    });
    done();
  },
};

async function listen(options, port = 0) {
  const server = new SMTPServer({ ...shared, ...options });
  server.on("error", () => {}); // a client that turns away from the certificate
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  return { port: server.server.address().port, close: () => new Promise((done) => server.close(done)) };
}

const open = () => ({ disabledCommands: ["STARTTLS"], hideSTARTTLS: true });
let first = await listen(open());
const { port } = first;
const selfSigned = await listen({});
const strict = await listen({ ...open(), authOptional: false });
const silent = createServer(() => {}).listen(0, "127.0.0.1");
await once(silent, "listening");
say({ open: port, selfSigned: selfSigned.port, strict: strict.port, silent: silent.address().port });

for await (const line of createInterface({ input: process.stdin })) {
  if (line === "down") await first.close();
  if (line === "up") first = await listen(open(), port);
  say({ done: line });
}
process.exit();

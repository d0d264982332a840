// Two OpenID providers for the tests, on ports of their own; prints their addresses as one line of JSON and ends when its input does.
// Anyone may sign in; what they are called decides what they are (see `accounts`).
import { createServer } from "node:http";
import { once } from "node:events";
import Provider from "oidc-provider";

const accounts = {
  anna: { name: "Anna Åkesson", email: "anna@kommun.example", email_verified: true, roles: ["chef", "annat"] },
  olle: { name: "Olle Öst", email: "olle@kommun.example", email_verified: false, roles: [] },
};

// Any port of the loopback address will do for a native client: the application's port is not known yet.
const client = {
  application_type: "native",
  redirect_uris: ["http://127.0.0.1/logga-in/oidc/stad/svar", "http://127.0.0.1/logga-in/oidc/bygd/svar"],
  grant_types: ["authorization_code"],
  response_types: ["code"],
};

async function start(host, clients, conformIdTokenClaims) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://${host}:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: clients.map((c) => ({ ...client, ...c })),
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"], roller: ["roles", "realm_access"] },
    scopes: ["openid", "profile", "email", "roller"],
    pkce: { required: () => true },
    cookies: { keys: ["only for tests"] },
    conformIdTokenClaims, // true: name, email and roles are told by userinfo alone
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...accounts[id], realm_access: { roles: accounts[id]?.roles ?? [] } }),
    }),
  });
  server.on("request", provider.callback());
  return issuer;
}

const stad = await start("127.0.0.1", [{ client_id: "ledstjarna", client_secret: "inte hemligt: +/=%" }], true);
const bygd = await start("localhost", [{ client_id: "ledstjarna", token_endpoint_auth_method: "none" }], false);
console.log(JSON.stringify({ stad, bygd }));
process.stdin.on("end", () => process.exit()).resume();

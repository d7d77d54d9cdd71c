// What Discord answers when it refuses: https://docs.discord.com/developers/topics/opcodes-and-status-codes

/** status, code, message; the names are those of discord-api-types' RESTJSONErrorCodes */
const ERRORS = {
  Unauthorized: [401, 0, '401: Unauthorized'],
  NotFound: [404, 0, '404: Not Found'],
  InternalServerError: [500, 0, '500: Internal Server Error'],
  UnknownChannel: [404, 10003, 'Unknown Channel'],
  UnknownGuild: [404, 10004, 'Unknown Guild'],
  UnknownMember: [404, 10007, 'Unknown Member'],
  UnknownMessage: [404, 10008, 'Unknown Message'],
  UnknownUser: [404, 10013, 'Unknown User'],
  UnknownWebhook: [404, 10015, 'Unknown Webhook'],
  UnknownInteraction: [404, 10062, 'Unknown interaction'],
  InteractionHasAlreadyBeenAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  MissingAccess: [403, 50001, 'Missing Access'],
  CannotEditMessageAuthoredByAnotherUser: [403, 50005, 'Cannot edit a message authored by another user'],
  CannotSendAnEmptyMessage: [400, 50006, 'Cannot send an empty message'],
  CannotSendMessagesToThisUser: [403, 50007, 'Cannot send messages to this user'],
  MissingPermissions: [403, 50013, 'Missing Permissions'],
  InvalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  InvalidRecipients: [400, 50033, 'Invalid Recipient(s)'],
  InvalidFormBody: [400, 50035, 'Invalid Form Body'],
  InvalidAPIVersionProvided: [400, 50041, 'Invalid API version provided'],
  InvalidJSON: [400, 50109, 'The request body contains invalid JSON.'],
} as const satisfies Record<string, readonly [number, number, string]>;

export type ErrorName = keyof typeof ERRORS;

/** Thrown anywhere inside the double, answered over HTTP. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(status: number, body: Record<string, unknown>, headers: Record<string, string> = {}) {
    super(String(body.message));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export function refusal(name: ErrorName): Refusal {
  const [status, code, message] = ERRORS[name];
  return new Refusal(status, { message, code });
}

export function isErrorName(name: string): name is ErrorName {
  return Object.hasOwn(ERRORS, name);
}

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
export function rateLimited(seconds: number, global = false): Refusal {
  return new Refusal(
    429,
    { message: 'You are being rate limited.', retry_after: seconds, global },
    {
      'retry-after': String(seconds),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  );
}

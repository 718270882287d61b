public import DjetJSON
public import DjetModel
import Foundation

/// Posts a message to another system, signed as Standard Webhooks has it, and returns the answer.
///
/// The headers `webhook-id`, `webhook-timestamp` and `webhook-signature` let the receiver check the message.
/// Several attempts have the same id. A status from 200 to 299 is a success. After 408, 425, 429, those from
/// 500 on and a failure of the network it is tried again, not before the time of `Retry-After` if the answer
/// has that. Any other status ends it. Redirects are not followed.
///
/// Only public addresses are reached, and these by TLS with a valid certificate; `DJET_WEBHOOK_NETWORKS`
/// allows others. 30 seconds after its beginning an attempt is over.
public struct CallWebhook: ModelFunction {
    /// The kind of its jobs.
    public static let name = "tools.call-webhook"
    /// No transaction is held while the receiver answers.
    public static let commit = Commit.detached
    /// Ten attempts in about a day and a half.
    public static let retry = Retry(
        attempts: 10, first: .seconds(5), factor: 4, maximum: .seconds(43_200))
    /// The hints below the fields of its form.
    public static let hints = ["secret": "A name of DJET_WEBHOOK_SECRETS"]

    /// The address.
    public var url: String
    /// The message; Standard Webhooks proposes an object of `type`, `timestamp` and `data`.
    public var body: JSONValue
    /// The message's id, of visible ASCII signs without a dot; if nil, it is made of the ticket's number.
    public var id: String?
    /// The name of the secret that signs, `default` if nil.
    public var secret: String?

    /// Creates a message. Give it an id of your own if several databases send to the receiver: numbers of
    /// tickets repeat in them.
    public init(_ url: String, _ body: JSONValue, id: String? = nil, secret: String? = nil) {
        self.url = url
        self.body = body
        self.id = id
        self.secret = secret
    }

    /// Posts the message. Throws `ModelError` for an address that is not allowed and a secret that there is
    /// not, `WebhookFailure` and `WebhookRefusal`.
    public func run(in model: Model) async throws -> WebhookAnswer {
        let rules = try model.service(WebhookRules.self)
        let address = try WebhookAddress(url)
        let number = model.job.map { "\($0.ticket.number)" } ?? UUID().uuidString.lowercased()
        let message = WebhookMessage(
            id: id ?? "djet-\(number)", time: model.now, body: try JSON.text(of: body))
        try message.check()
        let signature = try rules.secrets.signature(of: message, by: secret ?? WebhookSecrets.usual)
        let post = WebhookPost(rules: rules, address: address, message: message, signature: signature)
        return try await post.send()
    }
}

/// The answer to a webhook.
public struct WebhookAnswer: Codable, Hashable, Sendable {
    /// The status.
    public var status: Int
    /// The beginning of the body, up to 8 kB.
    public var body: String
}

import AsyncHTTPClient
import DjetJobmachine
import DjetModel
import NIOCore
import NIOHTTP1
import NIOSSL

/// One attempt to post a webhook.
struct WebhookPost: Sendable {
    private struct Answer: Sendable {
        let status: Int
        let retryAfter: String?
        let body: String
    }

    /// The most bytes that are read of an answer's body.
    private static let longest = 8000

    let rules: WebhookRules
    let address: WebhookAddress
    let message: WebhookMessage
    let signature: String

    /// Posts it. Throws `ModelError`, `WebhookFailure` and `WebhookRefusal`.
    func send() async throws -> WebhookAnswer {
        let answer: Answer
        do {
            answer = try await within(rules.limit) { try await exchange() }
        } catch is JobError {
            throw WebhookFailure("\(address.name) has not answered within \(rules.limit / .seconds(1)) s")
        }
        switch answer.status {
        case 200..<300: return WebhookAnswer(status: answer.status, body: answer.body)
        case 408, 425, 429, 500...:
            throw WebhookFailure(
                "\(address.name) cannot take the webhook at present (\(answer.status))",
                status: answer.status,
                retryAfter: answer.retryAfter.flatMap { WebhookFailure.wait($0, at: message.time) })
        default: throw WebhookRefusal(status: answer.status)
        }
    }

    private func exchange() async throws -> Answer {
        let target = try await rules.target(of: address)
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration(target)) { client in
                // The time of the whole is over before.
                let response = try await client.execute(request, timeout: TimeAmount(rules.limit * 2))
                return Answer(
                    status: Int(response.status.code),
                    retryAfter: response.headers.first(name: "retry-after"),
                    body: await Self.beginning(of: response.body))
            }
        } catch {
            try Task.checkCancellation()
            throw WebhookFailure("\(address.name) cannot be reached: \(error)")
        }
    }

    private var request: HTTPClientRequest {
        var request = HTTPClientRequest(url: address.text)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        request.headers.add(name: "user-agent", value: "Djet")
        request.headers.add(name: "webhook-id", value: message.id)
        request.headers.add(name: "webhook-timestamp", value: message.timestamp)
        request.headers.add(name: "webhook-signature", value: signature)
        request.body = .bytes(ByteBuffer(string: message.body))
        return request
    }

    /// The configuration of a client for this connection alone, which goes to the address that was checked
    /// and takes the name of the host for TLS.
    private func configuration(_ target: IPAddress) -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        if let file = rules.trusted { tls.trustRoots = .file(file) }
        var configuration = HTTPClient.Configuration()
        configuration.tlsConfiguration = tls
        // A numeric host needs none: it is the address.
        if IPAddress(address.name) == nil { configuration.dnsOverride = [address.host: target.text] }
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.timeout = HTTPClient.Configuration.Timeout(connect: .seconds(10))
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.http1_1ConnectionDebugInitializer = StatusCheck.install
        return configuration
    }

    /// Reads the beginning of a body. The status has said what there is to know: a body that breaks off or
    /// never ends does not matter.
    private static func beginning(of body: HTTPClientResponse.Body) async -> String {
        var bytes: [UInt8] = []
        do {
            for try await part in body {
                bytes += part.readableBytesView.prefix(longest - bytes.count)
                if bytes.count >= longest { break }
            }
        } catch {}
        return String(decoding: bytes.map { $0 == 0 ? 0x1A : $0 }, as: UTF8.self)
    }
}

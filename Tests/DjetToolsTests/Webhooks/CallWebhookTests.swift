import Crypto
import DjetJSON
import DjetModel
import DjetTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import DjetTools

@Suite struct CallWebhookTests {
    static let key = Data(0..<32)
    static let body: JSONValue = .object(["type": .text("letter.sent"), "data": .list([.number(1.5)])])

    /// The rules of a test: this machine may be reached.
    static var rules: WebhookRules {
        var rules = WebhookRules(networks: [IPNetwork("127.0.0.0/8")].compactMap(\.self))
        _ = rules.secrets.add("whsec_\(key.base64EncodedString())")
        return rules
    }

    /// Calls a webhook at a receiver that follows a plan.
    private func answer(
        id: String? = nil, secret: String? = nil, by rules: WebhookRules = Self.rules,
        _ plan: @escaping Receiver.Plan
    ) async throws -> (answer: Result<WebhookAnswer, any Error>, heard: [HeardWebhook]) {
        try await Receiver.with(plan) { receiver in
            try await withDatabase { database in
                let model = database.model().providing(rules)
                let url = "http://127.0.0.1:\(receiver.port)/hook?a=1"
                let call = CallWebhook(url, Self.body, id: id, secret: secret)
                let answer = await Result { try await model.call(call) }
                return (answer, receiver.heard)
            }
        }
    }

    private func error(
        by rules: WebhookRules = Self.rules, _ plan: @escaping Receiver.Plan
    ) async throws -> (any Error)? {
        let (answer, heard) = try await answer(by: rules, plan)
        #expect(heard.count == 1)
        guard case .failure(let error) = answer else { return nil }
        return error
    }

    @Test func theReceiverCanCheckTheMessage() async throws {
        let (answer, heard) = try await answer { _ in
            Response(status: .accepted, body: ResponseBody(byteBuffer: ByteBuffer(string: "thanks\0")))
        }
        #expect(try answer.get() == WebhookAnswer(status: 202, body: "thanks\u{1A}"))
        let request = try #require(heard.first)
        #expect(heard.count == 1)
        #expect(request.path == "/hook")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.body == #"{"data":[1.5],"type":"letter.sent"}"#)
        let id = try #require(request.headers["webhook-id"])
        let time = try #require(request.headers["webhook-timestamp"])
        #expect(time == "1795262400")
        #expect(id.hasPrefix("djet-"))
        let mark = try #require(request.headers["webhook-signature"]?.split(separator: ","))
        #expect(mark.first == "v1")
        let code = try #require(mark.last.flatMap { Data(base64Encoded: String($0)) })
        #expect(
            HMAC<SHA256>.isValidAuthenticationCode(
                code, authenticating: Data("\(id).\(time).\(request.body)".utf8),
                using: SymmetricKey(data: Self.key)))
    }

    @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
    func someAnswersAskForAnotherAttempt(status: Int) async throws {
        let error = try await error { _ in
            Response(status: HTTPResponse.Status(code: status), headers: [.retryAfter: "120"])
        }
        let failure = try #require(error as? WebhookFailure)
        #expect(failure.status == status)
        #expect(CallWebhook.retry.delay(after: 1, of: failure) == .seconds(120))
        #expect(CallWebhook.retry.delay(after: 10, of: failure) == nil)
    }

    @Test(arguments: [400, 401, 403, 404, 410, 413, 422])
    func otherAnswersAreFinal(status: Int) async throws {
        let error = try await error { _ in Response(status: HTTPResponse.Status(code: status)) }
        let refusal = try #require(error as? WebhookRefusal)
        #expect(refusal == WebhookRefusal(status: status))
        #expect(refusal.isGone == (status == 410))
        #expect(CallWebhook.retry.delay(after: 1, of: refusal) == nil)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func redirectsAreNotFollowed(status: Int) async throws {
        try await Receiver.with({ _ in Response(status: .ok) }) { inner in
            let error = try await error { _ in
                Response(
                    status: HTTPResponse.Status(code: status),
                    headers: [.location: "http://127.0.0.1:\(inner.port)/"])
            }
            #expect(error as? WebhookRefusal == WebhookRefusal(status: status))
            #expect(inner.heard.isEmpty)
        }
    }

    /// The client would stop the whole process.
    @Test(arguments: ["099", "000"]) func aStatusThatHTTPDoesNotKnowIsAFailure(status: String) async throws {
        let receiver = try RawReceiver()
        try await withDatabase { database in
            // It waits for a connection for 30 seconds: a database may take longer on a busy machine.
            async let answer: Void = receiver.answer("HTTP/1.1 \(status) Odd\r\nContent-Length: 0\r\n\r\n")
            let model = database.model().providing(Self.rules)
            let error = await #expect(throws: WebhookFailure.self) {
                try await model.call(CallWebhook("http://127.0.0.1:\(receiver.port)/", Self.body))
            }
            let words = error?.description
            #expect(words?.contains("has a status below 100") == true, "\(words ?? "")")
            await answer
        }
    }

    @Test func anEndlessAnswerIsReadToItsBeginning() async throws {
        let (answer, _) = try await answer { _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    while true { try await writer.write(ByteBuffer(repeating: 0x61, count: 4000)) }
                })
        }
        #expect(try answer.get().body == String(repeating: "a", count: 8000))
    }

    @Test func silenceIsAFailureThatMayPass() async throws {
        var rules = Self.rules
        rules.limit = .seconds(5)
        let error = try await error(by: rules) { _ in await Receiver.silence() }
        let failure = try #require(error as? WebhookFailure)
        #expect(failure.status == nil)
        #expect(failure.description == "127.0.0.1 has not answered within 5.0 s")
    }

    @Test func aBodyThatNeverComesDoesNotMatter() async throws {
        var rules = Self.rules
        rules.limit = .seconds(5)
        let (answer, _) = try await answer(by: rules) { _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    try await writer.write(ByteBuffer(string: "thank"))
                    _ = await Receiver.silence()
                })
        }
        #expect(try answer.get() == WebhookAnswer(status: 200, body: "thank"))
    }

    /// Nobody listens at the port “discard”.
    @Test func aPortWithoutAServerIsAFailureThatMayPass() async throws {
        try await withDatabase { database in
            let model = database.model().providing(Self.rules)
            await #expect(throws: WebhookFailure.self) {
                try await model.call(CallWebhook("http://127.0.0.1:9/", Self.body))
            }
        }
    }

    static let wrong: [(String, String?)] = [
        ("", nil), ("a.b", nil), ("a b", nil), (String(repeating: "a", count: 201), nil), ("a", "other"),
    ]

    @Test(arguments: wrong)
    func idsAndSecretsAreChecked(id: String, secret: String?) async throws {
        let (answer, heard) = try await answer(id: id, secret: secret) { _ in Response(status: .ok) }
        #expect(throws: ModelError.self) { try answer.get() }
        #expect(heard.isEmpty)
    }

    @Test func theReceiversTimesAreRead() {
        let now = Date(timeIntervalSince1970: 784_111_700)
        #expect(WebhookFailure.wait("120", at: now) == .seconds(120))
        #expect(WebhookFailure.wait("Sun, 06 Nov 1994 08:49:37 GMT", at: now) == .seconds(77))
        #expect(WebhookFailure.wait("99999999999999999999999", at: now) == .seconds(86_400))
        for text in ["", "-1", "soon", "1.5", String(repeating: "a", count: 5000)] {
            #expect(WebhookFailure.wait(text, at: now) == nil)
        }
        #expect(WebhookFailure("", retryAfter: .seconds(1_000_000)).retryAfter == .seconds(86_400))
        #expect(WebhookFailure("", retryAfter: .seconds(-5)).retryAfter == .zero)
    }
}

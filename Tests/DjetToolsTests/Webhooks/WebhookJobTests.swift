import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import DjetTools

/// Webhooks that a worker posts.
@Suite struct WebhookJobTests {
    private func withJobs(
        _ plan: @escaping Receiver.Plan,
        then body: (TestDatabase, Model, Receiver) async throws -> Void
    ) async throws {
        try await Receiver.with(plan) { receiver in
            try await withDatabase { database in
                let model = database.model([CallWebhook.self]).providing(CallWebhookTests.rules)
                try await withWorker(model) { try await body(database, model, receiver) }
            }
        }
    }

    private func webhook(_ receiver: Receiver) -> CallWebhook {
        CallWebhook("http://127.0.0.1:\(receiver.port)/", CallWebhookTests.body)
    }

    @Test func anAttemptThatFailsIsRepeatedWithTheSameId() async throws {
        try await withJobs { number in
            Response(status: number == 1 ? .internalServerError : .noContent)
        } then: { _, model, receiver in
            let ticket = try await model.offload(webhook(receiver))
            #expect(try await ticket.value.status == 204)
            let ids = receiver.heard.compactMap { $0.headers["webhook-id"] }
            #expect(ids == ["djet-\(ticket.id.number)", "djet-\(ticket.id.number)"])
        }
    }

    @Test(arguments: [429, 503]) func theNextAttemptWaitsAsItIsTold(status: Int) async throws {
        try await withJobs { _ in
            Response(status: HTTPResponse.Status(code: status), headers: [.retryAfter: "3600"])
        } then: { database, model, receiver in
            let ticket = try await model.offload(webhook(receiver))
            let job = try await database.job(of: ticket) { $0.status == .scheduled }
            #expect((3500...3600).contains(job.runAt.timeIntervalSinceNow))
            #expect(receiver.heard.count == 1)
        }
    }

    @Test func anAddressThatIsGoneEndsTheJob() async throws {
        try await withJobs { _ in
            Response(status: .gone)
        } then: { _, model, receiver in
            let ticket = try await model.offload(webhook(receiver))
            await #expect(throws: WebhookRefusal(status: 410)) { try await ticket.value }
            #expect(try await ticket.job.status == .error)
            #expect(receiver.heard.count == 1)
        }
    }

    @Test func aShellCanOffloadOne() async throws {
        try await withJobs { _ in
            Response(status: .ok)
        } then: { database, model, receiver in
            let arguments =
                #"{"url": "http://127.0.0.1:\#(receiver.port)/", "body": {"a": 1}, "id": "msg_1"}"#
            let number = try await database.store.first(
                "select jobmachine.offload('tools.call-webhook', arguments => \(arguments)::jsonb)",
                as: Int64.self)
            let ticket = model.ticket(
                TicketID(queue: "default", number: try #require(number)), of: WebhookAnswer.self)
            #expect(try await ticket.value == WebhookAnswer(status: 200, body: ""))
            #expect(receiver.heard.first?.headers["webhook-id"] == "msg_1")
        }
    }
}

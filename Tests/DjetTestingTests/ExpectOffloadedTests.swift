import DjetModel
import DjetTesting
import Foundation
import Testing

/// Expectations of jobs.
@Suite struct ExpectOffloadedTests {
    @Test func aJobWithArgumentsThatFitIsFound() async throws {
        try await withModel(parts: [.post]) { model in
            _ = try await model.offload([SendLetter(to: "ada"), SendLetter(to: "bob"), SendLetter(to: "ada")])
            _ = try await model.offload(TellTime(), runAt: model.now + 3600)
            let bobs = try await model.expectOffloaded(SendLetter.self) { $0.to == "bob" }
            #expect(bobs.map(\.to) == ["bob"])
            let all = try await model.expectOffloaded(SendLetter.self, count: 3)
            #expect(all.map(\.to) == ["ada", "bob", "ada"])
            try await model.expectOffloaded(SendLetter.self, count: 2) { $0.to == "ada" }
            try await model.expectOffloaded(SendLetter.self, count: 0) { $0.to == "eve" }
            try await model.expectOffloaded(TellTime.self)
            try await model.expectOffloaded(Knock.self, count: 0)
        }
    }

    @Test func secretArgumentsAreReadAndNotTold() async throws {
        try await withModel(parts: [.post]) { model in
            let ticket = try await model.offload(Register(code: "4711"))
            try await model.expectOffloaded(Register.self, count: 1) { $0.code == "4711" }
            try await expectIssue(saying: "\(ticket) post.register, entered: {\"code\": \"secret\"}") {
                try await model.expectOffloaded(Register.self) { $0.code == "0815" }
            }
            try await model.drain()
            let length = try await ticket.value
            #expect(length == 4)
        }
    }

    @Test func aTransactionSeesWhatItHasOffloaded() async throws {
        try await withModel(parts: [.post]) { model in
            try await model.transaction { model in
                _ = try await model.offload(SendLetter(to: "ada"))
                try await model.expectOffloaded(SendLetter.self, count: 1)
            }
        }
    }

    @Test func aFailureTellsTheJobsThereAre() async throws {
        try await withModel(parts: [.post]) { model in
            let ticket = try await model.offload(SendLetter(to: "bob"))
            try await expectIssue(saying: "\(ticket) post.send-letter, entered: {\"to\": \"bob\"}") {
                try await model.expectOffloaded(SendLetter.self) { $0.to == "ada" }
            }
            try await expectIssue(
                saying: "expected 2 jobs of post.send-letter with arguments that fit, found 1"
            ) {
                try await model.expectOffloaded(SendLetter.self, count: 2)
            }
            try await model.drain()
            try await expectIssue(saying: "No job is on a queue") {
                try await model.expectOffloaded(SendLetter.self)
            }
        }
    }

    @Test func anInlineModelSaysThatItMakesNoJobs() async throws {
        try await withInlineModel(parts: [.post]) { model in
            _ = try await model.offload(SendLetter(to: "ada"))
            try await expectIssue(saying: "The model is inline") {
                try await model.expectOffloaded(SendLetter.self)
            }
        }
    }

    /// Runs a body that must record an issue whose text holds a part.
    private func expectIssue(saying part: String, _ body: () async throws -> Void) async throws {
        try await withKnownIssue {
            try await body()
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains(part) }
        }
    }
}

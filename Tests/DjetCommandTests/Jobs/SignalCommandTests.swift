import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct SignalCommandTests {
    @Test func aSignalIsSentOnce() async throws {
        try await withDatabase(business: true) { database in
            _ = try await database.model().offload(Echo(text: "a"))
            let flags = ["signal", "default.1", "payment", "--value", #"{"amount": 7}"#]
            let first = try await Run(flags, on: database)
            #expect(first.output == "default.1 has the signal payment.\n")
            let second = try await Run(flags + ["--json"], on: database)
            #expect(second.output == #"{"isNew":false,"signal":"payment","ticket":"default.1"}"# + "\n")
            let shown = try await Run(["jobs", "show", "default.1"], on: database)
            #expect(shown.output.contains("signal      payment: sent "))
        }
    }

    /// The function waits for its signal.
    @Test(arguments: [true, false]) func aFunctionWaitsForIt(approves: Bool) async throws {
        try await withDatabase(business: true) { database in
            try await withWork(on: database) {
                let offload = try await Run.office(
                    "offload", "shop.refund", "--args", #"{"order": 7}"#, on: database)
                #expect(offload.output == "default.1\n", "\(offload.error)")
                let ticket = try #require(TicketID("default.1"))
                try await database.job(of: database.model().ticket(ticket, of: String.self)) {
                    $0.status == .scheduled
                }
                let sent = try await Run.office(
                    "signal", "default.1", "approval", "--value", "\(approves)", on: database)
                #expect(sent.output == "default.1 has the signal approval.\n", "\(sent.error)")
                let wait = try await Run.office("jobs", "wait", "default.1", on: database)
                #expect(wait.status == (approves ? 0 : 1))
                let said = approves ? "order 7 is refunded" : "the refund of order 7 is rejected"
                #expect((wait.output + wait.error).contains(said), "\(wait.output)\(wait.error)")
            }
        }
    }

    @Test func whatCannotBeSentIsRefused() async throws {
        try await withDatabase { database in
            _ = try await database.model().offload(Echo(text: "a"))
            let text = try await Run(["signal", "default.1", "payment", "--value", "yes"], on: database)
            #expect(text.status == 64)
            #expect(text.error.contains("Write a text in quotes"))
            let name = try await Run(["signal", "default.1", "Payment"], on: database)
            #expect(name.status == 1)
            #expect(name.error.contains("“Payment” is not a signal's name"))
            let unknown = try await Run(["signal", "default.2", "payment"], on: database)
            #expect(unknown.status == 3)
        }
    }

    @Test func aLinkIsForWhereTheSiteServes() async throws {
        try await withDatabase(business: true) { database in
            // The commands use the machine's clock.
            let model = database.model(clock: TestClock(Date()))
            _ = try await model.offload(Echo(text: "a"))
            let flags = ["signal", "default.1", "approval", "--link"]
            try await withSite(model) { site in
                let began = Date()
                let terms = ["--expires", "12h", "--question", "Pay 7?", "--whom", "helen"]
                let run = try await Run(flags + terms, on: database)
                #expect(run.output.hasPrefix("\(site.address)/approve?link="), "\(run.error)")
                let approval = try await model.approval(ofToken: Self.token(in: run.output))
                #expect(approval.ticket.description == "default.1" && approval.signal == "approval")
                #expect(approval.question == "Pay 7?" && approval.whom == "helen")
                #expect((43_200...46_800).contains(approval.expiresAt.timeIntervalSince(began)))
            }
            let later = try await Run(
                flags + ["--address", "https://office.example/", "--json"], on: database)
            let facts = try #require(try later.json() as? [String: String], "\(later.error)")
            #expect(facts["link"]?.hasPrefix("https://office.example/approve?link=") == true)
            #expect(facts["ticket"] == "default.1" && facts["signal"] == "approval")
            let usual = try await model.approval(ofToken: Self.token(in: facts["link"] ?? ""))
            #expect(usual.question == "default.1 waits for the signal “approval”.")
            let sent = try await model.signals(of: TicketID(queue: "default", number: 1))
            #expect(sent == [], "a link sends nothing by itself")
        }
    }

    @Test func noLinkIsMadeForASignalThatWasSent() async throws {
        try await withDatabase(business: true) { database in
            _ = try await database.model().offload(Echo(text: "a"))
            _ = try await Run(["signal", "default.1", "approval", "--value", "true"], on: database)
            let late = try await Run(["signal", "default.1", "approval", "--link"], on: database)
            #expect(late.status == 1 && late.output.isEmpty)
            #expect(late.error.contains("default.1 has the signal approval already"), "\(late.error)")
            let other = try await Run(["signal", "default.1", "payment", "--link"], on: database)
            #expect(other.output.contains("/approve?link="), "\(other.error)")
        }
    }

    @Test func theCommandAddsThePageThatTheSiteLacks() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model(clock: TestClock(Date()))
            let ticket = try await model.offload(Echo(text: "a")).id
            let flags = ["signal", "default.1", "approval", "--link"]
            let early = await Self.refusal(of: ticket, model)
            #expect(early?.contains("djet signal --link, which adds one; or start the site once") == true)
            let first = try await Run(flags, on: database)
            #expect(first.output.hasPrefix("http://127.0.0.1:8080/approve?link="), "\(first.error)")
            let page = try #require(try await model.tree().node(ofBasetype: "approval"))
            let rights = try await model.tree().rights(at: page, roles: [])
            #expect(rights == [.view, .use], "whoever has the link opens it")

            // A site that is older than the page.
            try await model.removeNode(page.id)
            let advice = await Self.refusal(of: ticket, model)
            #expect(advice?.contains("djet nodes add /approve approval --title Approval --hidden") == true)
            let again = try await Run(flags, on: database)
            #expect(again.output.contains("/approve?link=") && again.error.contains("/approve is added"))

            let other = try #require(try await model.tree().node(ofBasetype: "approval"))
            try await model.removeNode(other.id)
            try await model.addNode(NodeSeed("/approve", "directory", title: "Ours"))
            let taken = try await Run(flags, on: database)
            #expect(taken.status == 1 && taken.error.contains("Add one at a free path"), "\(taken.error)")
        }
    }

    /// Returns the message for whoever makes a link in a program; nil if it is made.
    private static func refusal(of ticket: TicketID, _ model: Model) async -> String? {
        do {
            _ = try await model.addApproval(
                "approval", of: ticket, asking: "Pay?", within: .seconds(3600))
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test func whatNoLinkCanSendIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let ticket = try await database.model().offload(Echo(text: "a")).id
            for flags in [["--link", "--value", "true"], ["--expires", "7d"], ["--address", "http://x"]] {
                let run = try await Run(["signal", "default.1", "approval"] + flags, on: database)
                #expect(run.status == 64 && run.error.contains("--link"), "\(flags): \(run.error)")
            }
            let name = try await Run(["signal", "default.1", "Approval", "--link"], on: database)
            #expect(name.status == 1 && name.error.contains("“Approval” is not a signal's name"))
            let unknown = try await Run(["signal", "default.2", "approval", "--link"], on: database)
            #expect(unknown.status == 3)
            try await database.model().cancel(ticket)
            let ended = try await Run(["signal", "default.1", "approval", "--link"], on: database)
            #expect(ended.status == 1 && ended.error.contains("it has ended as cancelled"))
        }
    }

    private static func token(in link: String) -> String {
        String(link.split(separator: "=").last ?? "").trimmingCharacters(in: .newlines)
    }
}

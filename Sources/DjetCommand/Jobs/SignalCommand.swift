import ArgumentParser
import DjetJSON
import DjetModel

/// Sends a signal to a job, or makes a link that does.
struct SignalCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "signal", "Sends a signal to a job that waits for it, or will ask for it later.",
            """
            The same signal with the same value can be sent again, and changes nothing. `jobs show` tells for which \
            signals a job waits. With --link nothing is sent: whoever has the link approves or rejects on a page of \
            the site, which sends true or false. It works once: hand it over in private.
            """,
            examples: [
                "signal default.42 approval --value true",
                "signal default.42 payment --value '{\"amount\": 12.50}'",
                "signal default.42 approval --link --question 'Pay 12.50?' --expires 7d",
            ])
    }

    @Argument(help: "The ticket: queue and number, such as slow.42.", transform: TicketID.typed)
    var ticket: TicketID
    @Argument(help: "The signal's name.") var name: String
    @Option(help: ArgumentHelp("The value, up to 64 kB of JSON (default: null).", valueName: "json"))
    var value: String?
    @OptionGroup var approval: ApprovalOptions
    @Flag(help: "Print JSON: {\"isNew\": …, \"signal\": …, \"ticket\": …}; with --link its link, not isNew.")
    var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        if approval.link, value != nil {
            throw ValidationError("--value does not go with --link, which sends true or false")
        }
    }

    func run() async throws {
        try await approval.link ? makeLink() : send()
    }

    private func makeLink() async throws {
        let link = try await withSession(target) { session in
            try await approval.makeLink(to: ticket, name, session)
        }
        let facts = ["link": link, "signal": name, "ticket": "\(ticket)"]
        Terminal.output.line(json ? try JSON.text(of: facts) : link)
    }

    private func send() async throws {
        let value = try checkedValue()
        let isNew = try await withSession(target, queueAlone: true) { session in
            try await session.model.noting("job.signal", "\(ticket)") { model in
                let isNew = try await model.sendSignal(name, json: value, to: ticket)
                return (isNew, ["signal": .text(name), "isNew": .flag(isNew)])
            }
        }
        let sent = SentSignal(ticket: ticket, signal: name, isNew: isNew)
        Terminal.output.line(json ? try JSON.text(of: sent) : sent.sentence)
    }

    private func checkedValue() throws -> String {
        do {
            return try JSONReader.tree(of: value ?? "null", fromOutside: true).compact
        } catch let problem as JSONProblem {
            throw CommandFailure(
                .usage, "--value is not JSON: \(problem). Write a text in quotes, as in --value '\"yes\"'")
        }
    }
}

/// A signal that a command has sent.
private struct SentSignal: Encodable {
    let ticket: TicketID
    let signal: String
    /// False if it had been sent before.
    let isNew: Bool

    var sentence: String {
        isNew
            ? "\(ticket) has the signal \(signal)."
            : "\(ticket) had the signal \(signal) before, with this value."
    }
}

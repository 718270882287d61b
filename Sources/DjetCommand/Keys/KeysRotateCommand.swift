import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore
import Foundation

/// Encrypts all secrets with the newest key.
struct KeysRotateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "rotate",
            "Encrypts the secrets of all jobs, live and ended, with the first key. Old and new ones are read meanwhile.",
            """
            First start all programs with the new key behind the old one, then with the new key in front. Jobs with secrets \
            that no key reads stay as they are: it names them, and its status is 1.
            """,
            examples: ["keys rotate", "keys rotate --json"])
    }

    @Flag(
        help: "Print JSON: {\"renewed\": …, \"skipped\": …, \"unreadable\": …, \"unreadableTickets\": […]}.")
    var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let bar = ProgressBar("encrypting anew")
        let (key, outcome) = try await withSession(target) { session in
            let outcome = try await session.model.renewSecrets { bar.show(JobProgress(done: $0.renewed)) }
            let key = session.model.secretKeys.ids.first ?? ""
            try await session.model.note(
                "keys.rotate", key,
                [
                    "renewed": .number(.init(outcome.renewed)), "skipped": .number(.init(outcome.skipped)),
                    "unreadable": .number(.init(outcome.unreadable)),
                ])
            return (key, outcome)
        }
        bar.clear()
        let sentence = "Jobs encrypted anew with the key “\(key)”: \(outcome.renewed.grouped)"
        Terminal.output.line(json ? try JSON.text(of: outcome) : sentence)
        if outcome.skipped > 0 {
            Terminal.error.line("\(outcome.skipped) jobs changed meanwhile: run it again.")
        }
        if outcome.unreadable > 0 { throw Self.failure(outcome) }
    }

    private static func failure(_ outcome: SecretRenewal) -> CommandFailure {
        let named = outcome.unreadableTickets.map(\.description).joined(separator: ", ")
        let others = outcome.unreadable - outcome.unreadableTickets.count
        return CommandFailure(
            .failed,
            """
            the secrets of \(outcome.unreadable == 1 ? "one job" : "\(outcome.unreadable.grouped) jobs") cannot be read: \
            \(named)\(others > 0 ? " and \(others.grouped) more" : ""). If `\(Application.current.name) keys list` names a \
            missing key, add it to DJET_SECRET_KEYS and run this again. What was changed or made up nobody can read: \
            such a job fails when it runs; cancel and delete it.
            """)
    }
}

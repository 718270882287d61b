import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore

/// Encrypts all secrets with the newest key.
struct KeysRotateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "rotate",
            "Encrypts the secrets of all jobs, live and ended, with the first key. Old and new ones are read meanwhile.",
            "First start all programs with the new key behind the old one, then with the new key in front.",
            examples: ["keys rotate", "keys rotate --json"])
    }

    @Flag(help: "Print JSON: {\"renewed\": …, \"skipped\": …, \"unreadable\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let bar = ProgressBar("encrypting anew")
        let (key, outcome) = try await withSession(target) { session in
            let outcome = try await session.model.renewSecrets { bar.show(JobProgress(done: $0.renewed)) }
            return (session.model.secretKeys.ids.first ?? "", outcome)
        }
        bar.clear()
        let sentence = "Jobs encrypted anew with the key “\(key)”: \(outcome.renewed.grouped)"
        Terminal.output.line(json ? try JSON.text(of: outcome) : sentence)
        if outcome.skipped > 0 {
            Terminal.error.line("\(outcome.skipped) jobs changed meanwhile: run it again.")
        }
        guard outcome.unreadable == 0 else {
            throw CommandFailure(
                .failed,
                """
                \(outcome.unreadable) jobs have secrets that these keys cannot read: \
                `\(Application.current.name) keys list` names their keys
                """)
        }
    }
}

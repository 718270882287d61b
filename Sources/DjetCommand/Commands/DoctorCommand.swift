import ArgumentParser
import DjetJSON
import DjetModel

/// Looks for faults in the running system.
struct DoctorCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "doctor",
            "Looks for faults: in the database, its server, the workers and the way to them. It changes nothing.",
            """
            It prints each fault with its id, what is at fault, since when, and what to do, and ends with status \
            1. Without a fault it ends with 0 and prints nothing, but says “No faults.” on a terminal. It needs the \
            rights of djet_admin, and to read the table migration of each schema.

            Ids: \(FindFaults.ids.joined(separator: ", ")); undone-check for what could not be looked at.
            """, examples: ["doctor", "doctor --json --ignore server-setting:synchronous_commit"])
    }

    @Option(
        help: ArgumentHelp(
            """
            The time that a state may last before it is a fault, for all checks (default: each check's own, from \
            two minutes to a day).
            """, valueName: "seconds"))
    var patience: Int?

    @Option(
        help: ArgumentHelp(
            "The id of a fault that is none here, or the id, a colon and what is at fault. It may be repeated.",
            valueName: "id"))
    var ignore: [String] = []

    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        if let patience, !(0...31_536_000).contains(patience) {
            throw ValidationError("--patience must be from 0 to 31536000 (got \(patience))")
        }
        for name in ignore.map({ String($0.prefix { $0 != ":" }) })
        where name != "undone-check" && !FindFaults.ids.contains(name) {
            throw ValidationError("--ignore: there is no fault “\(name)”: use an id of this command's help")
        }
    }

    func run() async throws {
        let findings = try await withSession(target, isChecked: false) { session in
            try await session.model.call(FindFaults(patience: patience.map { Double($0) }))
        }
        let found = findings.filter { !ignore.contains($0.id) && !ignore.contains("\($0.id):\($0.subject)") }
            .map(\.forThisProgram)
        if json {
            Terminal.output.line(try JSON.text(of: found))
        } else if !found.isEmpty {
            Terminal.output.line(found.map(\.text).joined(separator: "\n\n"))
        } else if Terminal.output.isInteractive {
            Terminal.error.line("No faults.")
        }
        if !found.isEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}

extension Finding {
    /// The finding with this program's name in the commands of its advice.
    fileprivate var forThisProgram: Finding {
        var copy = self
        copy.advice = CommandFailure.named(advice)
        return copy
    }

    /// The finding on some lines: its id and what is at fault, then the fault and what to do.
    fileprivate var text: String {
        let heading = [id, subject.onOneLine, since.map { "since \($0.text)" }].compactMap(\.self)
        let lines = [what, advice].map { $0.onOneLine.hanging(behind: "  ") }
        return ([Ink.bold(heading.joined(separator: "  "), on: .output)] + lines).joined(separator: "\n")
    }
}

package import ArgumentParser
import DjetModel

/// The root command, which holds all subcommands.
struct RootCommand: ParsableCommand {
    /// The file of settings. `SettingsFile` has read it when the parser comes to it.
    @Option(
        help: ArgumentHelp(
            "A file of settings: environment variables, NAME=value on each line (default: DJET_CONFIG).",
            valueName: "file"))
    var config: String?

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Application.current.name, abstract: Application.current.abstract,
            discussion: """
                Examples:
                \(CommandConfiguration.lines(of: Application.current.examples))

                Exit status:
                \(ExitStatus.table)

                Environment variables; flags override them, and they override the file of settings. DATABASE_URL or \
                libpq's PG… variables name the server; without them, an embedded one is started.
                \(variables)
                """,
            version: version,
            subcommands: own.filter(isOffered) + Application.current.commands)
    }

    /// The program's name, and the version of Djet.
    private static var version: String {
        let name = Application.current.name
        return name == "djet" ? "\(name) \(Application.version)" : "\(name), with Djet \(Application.version)"
    }

    /// The variables of the environment that this program knows, as a file of settings may have them.
    static var settings: [String] { settingsByTopic.flatMap { $0.names } }

    /// The variables, by what they set: Djet's own, then those of each part.
    private static var settingsByTopic: [(topic: String, names: [String])] {
        let names = [
            (
                "database",
                "DATABASE SCHEMA FOLDER SILENCE OPENING_LIMIT STATEMENT_LIMIT COMMIT_LIMIT POOL_LIMIT"
            ),
            ("worker", "QUEUES SLOTS GRACE LEASE RETENTION REPLY_LIMIT METRICS_PORT METRICS_HOST"),
            (
                "web",
                """
                HOST PORT PROXIES CLIENTS CLIENTS_PER_ADDRESS HEAD_LIMIT BODY_RATE WAITS_PER_USER JOBS_PER_USER \
                STORAGE_PER_USER ANSWER_LIMIT TRANSFER_LIMIT
                """
            ),
            ("all", "CONFIG SECRET_KEYS SECRET_KEYS_FILE PDF LOG_LEVEL LOG_FORMAT"),
        ]
        let own = names.map { topic, names in
            (topic: topic, names: names.split(separator: " ").map { "DJET_\($0)" })
        }
        let parts = Application.current.parts.filter { !$0.variables.isEmpty }
        return own + parts.map { (topic: $0.name, names: $0.variables) }
    }

    /// The variables as lines of the help.
    private static var variables: String {
        let lines = settingsByTopic.map { topic, names in
            names.joined(separator: ", ").hanging(behind: "  \(topic)".padded(to: 12))
        }
        return lines.joined(separator: "\n")
    }

    /// Returns the failure of a command line that names a command which does not exist; nil if it names none
    /// such.
    static func unknownCommand(in arguments: ArraySlice<String>) -> CommandFailure? {
        var words = arguments.first == "help" ? arguments.dropFirst() : arguments
        var command: any ParsableCommand.Type = RootCommand.self
        var path = command._commandName
        while let word = words.popFirst(), !word.hasPrefix("-") {
            let known = command.configuration.subcommands
            guard !known.isEmpty else { return nil }
            guard let next = known.first(where: { $0._commandName == word }) else {
                let guess = known.map { $0._commandName }.guess(at: word)
                return CommandFailure(
                    .usage, "there is no command “\(path) \(word)”\(guess) See '\(path) --help' for all.")
            }
            command = next
            path += " \(word)"
        }
        return nil
    }

    /// Returns false for a command of the site in a program without one.
    private static func isOffered(_ command: any ParsableCommand.Type) -> Bool {
        let isOfSite = [ServeCommand._commandName, NodesCommand._commandName, UsersCommand._commandName]
            .contains(command._commandName)
        return Application.current.hasSite || !isOfSite
    }

    /// The subcommands of every program; those of the site only if it has one.
    static var own: [any ParsableCommand.Type] {
        [
            UpCommand.self, ServeCommand.self, WorkCommand.self, MigrateCommand.self, CallCommand.self,
            OffloadCommand.self, SignalCommand.self, JobsCommand.self, QueuesCommand.self,
            SchedulesCommand.self, ChoresCommand.self, DoctorCommand.self, FunctionsCommand.self,
            KeysCommand.self, NodesCommand.self, UsersCommand.self,
        ]
    }
}

extension CommandConfiguration {
    /// Returns the configuration of a subcommand whose help ends with examples.
    package static func named(
        _ name: String, _ abstract: String, _ discussion: String = "", examples: [String],
        subcommands: [any ParsableCommand.Type] = []
    ) -> CommandConfiguration {
        let text = discussion.isEmpty ? "" : "\(discussion)\n\n"
        return CommandConfiguration(
            commandName: name, abstract: abstract,
            discussion: "\(text)\(examples.count == 1 ? "Example" : "Examples"):\n\(lines(of: examples))",
            subcommands: subcommands)
    }

    /// Returns examples as command lines, one per line.
    fileprivate static func lines(of examples: [String]) -> String {
        examples.map { "  \(Application.current.name) \($0)" }.joined(separator: "\n")
    }
}

package import ArgumentParser

/// The root command, which holds all subcommands.
struct RootCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Application.current.name, abstract: Application.current.abstract,
            discussion: """
                Examples:
                \(CommandConfiguration.lines(of: Application.current.examples))

                Exit status:
                \(ExitStatus.table)

                Environment variables; flags override them. DATABASE_URL or libpq's PG… variables name the server; without them, \
                an embedded one is started.
                \(variables)
                """,
            subcommands: own + Application.current.commands)
    }

    /// The variables of the environment, by what they set.
    private static var variables: String {
        let names = [
            (
                "database",
                "DATABASE SCHEMA FOLDER SILENCE OPENING_LIMIT STATEMENT_LIMIT COMMIT_LIMIT POOL_LIMIT"
            ),
            ("worker", "QUEUES SLOTS GRACE LEASE RETENTION REPLY_LIMIT"),
            (
                "web",
                """
                HOST PORT PROXIES CLIENTS CLIENTS_PER_ADDRESS HEAD_LIMIT BODY_RATE WAITS_PER_USER JOBS_PER_USER \
                STORAGE_PER_USER ANSWER_LIMIT TRANSFER_LIMIT
                """
            ),
            ("all", "SECRET_KEYS SECRET_KEYS_FILE PDF LOG_LEVEL"),
        ]
        let lines = names.map { topic, names in
            names.split(separator: " ").map { "DJET_\($0)" }.joined(separator: ", ")
                .hanging(behind: "  \(topic)".padded(to: 12))
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

    /// The subcommands of every program.
    static var own: [any ParsableCommand.Type] {
        [
            UpCommand.self, ServeCommand.self, WorkCommand.self, MigrateCommand.self, CallCommand.self,
            OffloadCommand.self, SignalCommand.self, JobsCommand.self, QueuesCommand.self,
            SchedulesCommand.self, ChoresCommand.self, FunctionsCommand.self, KeysCommand.self,
            NodesCommand.self, UsersCommand.self,
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

package import ArgumentParser

/// The root command, which holds all subcommands.
struct RootCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Application.current.name, abstract: Application.current.abstract,
            discussion: """
                Examples:
                  \(Application.current.name) up
                  \(Application.current.name) functions
                  \(Application.current.name) jobs list --status error

                Exit status:
                \(ExitStatus.table)

                Environment variables; flags override them. DATABASE_URL or libpq's PG… variables name the server; without them, \
                an embedded one is started.
                  database  DJET_DATABASE, DJET_SCHEMA, DJET_FOLDER, DJET_SILENCE, DJET_OPENING_LIMIT,
                            DJET_STATEMENT_LIMIT, DJET_COMMIT_LIMIT, DJET_POOL_LIMIT
                  worker    DJET_QUEUES, DJET_SLOTS, DJET_GRACE, DJET_LEASE, DJET_RETENTION, DJET_REPLY_LIMIT
                  web       DJET_HOST, DJET_PORT, DJET_PROXIES, DJET_CLIENTS, DJET_CLIENTS_PER_ADDRESS,
                            DJET_HEAD_LIMIT, DJET_BODY_RATE, DJET_WAITS_PER_USER, DJET_JOBS_PER_USER,
                            DJET_STORAGE_PER_USER, DJET_ANSWER_LIMIT, DJET_TRANSFER_LIMIT
                  all       DJET_LOG_LEVEL
                """,
            subcommands: own + Application.current.commands)
    }

    /// The subcommands of every program.
    static var own: [any ParsableCommand.Type] {
        [
            UpCommand.self, ServeCommand.self, WorkCommand.self, MigrateCommand.self, CallCommand.self,
            OffloadCommand.self, JobsCommand.self, QueuesCommand.self, FunctionsCommand.self,
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
        let lines = examples.map { "  \(Application.current.name) \($0)" }.joined(separator: "\n")
        let text = discussion.isEmpty ? "" : "\(discussion)\n\n"
        return CommandConfiguration(
            commandName: name, abstract: abstract,
            discussion: "\(text)\(examples.count == 1 ? "Example" : "Examples"):\n\(lines)",
            subcommands: subcommands)
    }
}

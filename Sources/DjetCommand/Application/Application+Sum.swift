import ArgumentParser
import DjetEngine
package import DjetJobmachine
package import DjetModel
package import DjetStore
import Foundation
import ServiceLifecycle

/// The sum of the parts.
extension Application {
    package var functions: [any ModelFunction.Type] { parts.flatMap { $0.functions } }

    package var handlers: [any JobHandler] { parts.flatMap { $0.handlers } }

    var chores: [Chore] { parts.flatMap { $0.chores } }

    /// The middleware of the program itself, then those of the parts, in their order.
    package var allMiddleware: [any JobMiddleware] { middleware + parts.flatMap { $0.middleware } }

    var allOffloadMiddleware: [any OffloadMiddleware] {
        offloadMiddleware + parts.flatMap { $0.offloadMiddleware }
    }

    var engines: [any Engine] { parts.flatMap { $0.engines } }

    /// The standard tree with the nodes of the parts.
    var nodes: [NodeSeed] {
        StandardTree.seeds(title: name.capitalized) + parts.flatMap { $0.nodes }
    }

    var templates: [String: String] {
        parts.reduce(into: [:]) { all, part in all.merge(part.templates) { $1 } }
    }

    /// The texts of the parts by language. Where two parts have the same text, the later one's holds.
    var languages: [String: [String: String]] {
        parts.reduce(into: [:]) { all, part in
            all.merge(part.languages) { $0.merging($1) { $1 } }
        }
    }

    var commands: [any ParsableCommand.Type] { parts.flatMap { $0.commands } }

    /// The queues of the program's functions, and `default`, sorted.
    var queues: [String] {
        Set(functions.map { $0.queue } + ["default"]).sorted()
    }

    /// Returns the model after each part has prepared it, in the order of the parts, with the middleware of
    /// all.
    package func prepare(_ model: Model) throws -> Model {
        try parts.reduce(model.offloading(through: allOffloadMiddleware)) { model, part in
            try part.prepare(model)
        }
    }

    func services(_ model: Model) throws -> [any Service] {
        try parts.flatMap { try $0.services(model) }
    }

    /// Returns a migrator for Djet's own SQL and that of the parts. Throws if a part fails to give its SQL.
    package func migrator(schema: String = "jobmachine") throws -> Migrator {
        let own = try [DjetSQL.queue(schema: schema)] + (hasSite ? [DjetSQL.site()] : [])
        return try Migrator(own + parts.flatMap { try $0.sql() })
    }

    /// Returns a migrator for the running program.
    package static func currentMigrator() throws -> Migrator { try current.migrator() }

    /// The examples of the program's help: those that the parts have of their own commands, or else of
    /// Djet's.
    var examples: [String] {
        let names = Set(commands.map { $0._commandName })
        let own = parts.flatMap { $0.examples }.filter { names.contains(String($0.prefix { $0 != " " })) }
        return own.isEmpty ? ["up", "functions", "jobs list --status error"] : own
    }

    /// Returns the parts' examples for a command such as `jobs list`, or `others` if they have none.
    func examples(of command: String, or others: [String] = []) -> [String] {
        let own = parts.flatMap { $0.examples }.filter { $0.hasPrefix("\(command) ") }
        return own.isEmpty ? others : own
    }
}

import ArgumentParser
import DjetModel
import DjetStore
import Foundation

/// Stands in for an engine until SIGTERM: several tasks offload jobs one by one, and wait for each.
struct EngineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "engine", shouldDisplay: false)
    private static let tasks = 8

    @OptionGroup var options: PartOptions
    @Option var journal: String
    @Option var patience: Double

    func run() async throws {
        endWithTheRun()
        let model = try options.model(connections: Self.tasks)
        let clerk = Clerk(
            model: model, journal: Journal(journal),
            draw: Guarded(ErrandDraw(options.chance, ordinal: options.ordinal)), patience: .seconds(patience))
        let serving: @Sendable () async -> Void = { await clerk.run() }
        await workUntilSIGTERM(Array(repeating: serving, count: Self.tasks))
        await model.store.close()
    }
}

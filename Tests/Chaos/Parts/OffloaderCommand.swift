import ArgumentParser
import DjetModel
import DjetStore
import Foundation

/// Offloads jobs in all ways, at a steady pace, until SIGTERM.
struct OffloaderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "offloader", shouldDisplay: false)
    private static let tasks = 4

    @OptionGroup var options: PartOptions
    @Option var journal: String
    @Option var rate: Int

    func run() async throws {
        endWithTheRun()
        let model = try options.model(connections: Self.tasks + 1)
        let offloader = Offloader(
            model: model, journal: Journal(journal),
            draw: Guarded(ErrandDraw(options.chance, ordinal: options.ordinal)))
        let pace = Duration.seconds(1) * Self.tasks / rate
        let offloading: @Sendable () async -> Void = { await offloader.run(every: pace) }
        let watching: @Sendable () async -> Void = { await offloader.watchLine() }
        await workUntilSIGTERM(Array(repeating: offloading, count: Self.tasks) + [watching])
        await model.store.close()
    }
}

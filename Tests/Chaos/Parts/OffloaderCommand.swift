import ArgumentParser
import DjetModel
import DjetStore
import Foundation
import UnixSignals

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
        let signals = await UnixSignalsSequence(trapping: .sigterm)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.tasks {
                group.addTask { await offloader.run(every: .seconds(1) * Self.tasks / rate) }
            }
            group.addTask { await offloader.watchLine() }
            for await _ in signals { break }
            group.cancelAll()
        }
        await model.store.close()
    }
}

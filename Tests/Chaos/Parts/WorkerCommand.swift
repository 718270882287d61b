import ArgumentParser
import DjetJobmachine
import DjetModel
import DjetStore
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs a worker until SIGTERM.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

    @OptionGroup var options: PartOptions
    @Option var lease: Double

    func run() async throws {
        endWithTheRun()
        let model = try options.model(connections: 15)
        let worker = Worker(model, chores: [Sweep.chore], configuration: .chaos(lease: .seconds(lease)))
        let group = ServiceGroup(
            services: [worker], gracefulShutdownSignals: [.sigterm], logger: model.logger)
        do {
            try await group.run()
        } catch {
            model.logger.error("the worker could not begin", metadata: ["error": "\(error)"])
            throw ExitCode(75)
        }
        await model.store.close()
    }
}

extension WorkerConfiguration {
    /// Returns the configuration of a worker that is soon taken for dead.
    static func chaos(lease: Duration) -> WorkerConfiguration {
        WorkerConfiguration(
            queues: ["default", "bulk", Scarce.branch + ".*"], slots: 10, grace: .seconds(5), beat: lease / 3,
            lease: lease)
    }
}

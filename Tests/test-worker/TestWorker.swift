import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// A program that the tests run as a process of its own. `test-worker work CONNECTION QUEUES [LEASE [SLOTS]]`
/// works until SIGTERM, with a lease in seconds. `test-worker await CONNECTION TICKET` prints `waiting` once
/// it listens, then the ticket's value.
@main
struct TestWorker {
    static func main() async throws {
        let arguments = CommandLine.arguments
        let store = Store(
            StoreConfiguration(connectionString: arguments[2], maximumConnections: 20),
            logger: TestDatabase.logger)
        let model = Model(
            store: store, functions: Functions(testFunctions + [ImportOrders.self]),
            logger: TestDatabase.logger, clock: { Date() })
        switch arguments[1] {
        case "work":
            let lease = arguments.count > 4 ? Double(arguments[4]) : nil
            let slots = arguments.count > 5 ? Int(arguments[5]) : nil
            try await work(model, arguments[3].split(separator: ",").map(String.init), lease, slots ?? 4)
        case "await": try await print(model, TicketID(arguments[3]))
        default: exit(64)
        }
        await store.close()
    }

    private static func work(
        _ model: Model, _ queues: [String], _ lease: Double?, _ slots: Int
    ) async throws {
        var configuration = WorkerConfiguration(queues: queues, slots: slots, grace: .zero)
        if let lease { (configuration.beat, configuration.lease) = (.seconds(lease / 3), .seconds(lease)) }
        let worker = Worker(model, configuration: configuration)
        let group = ServiceGroup(
            services: [worker], gracefulShutdownSignals: [.sigterm], logger: TestDatabase.logger)
        try await group.run()
    }

    private static func print(_ model: Model, _ ticket: TicketID?) async throws {
        guard let ticket else { exit(64) }
        async let value = model.ticket(ticket, of: String.self).value
        for await _ in model.store.listener.rings(on: ["jobmachine.\(ticket)"]) {
            FileHandle.standardOutput.write(Data("waiting\n".utf8))
            break
        }
        FileHandle.standardOutput.write(Data(try await value.utf8))
    }
}

import DjetModel
import DjetStore
import Foundation
import Logging

extension Site {
    /// The address where the site serves, such as `http://127.0.0.1:8080`; nil if it does not.
    package var servingAddress: String? { address.withLock { $0 } }

    /// Notes the address where the site serves, for the links that it and the commands make.
    func open(at address: String) async {
        self.address.withLock { $0 = address }
        do {
            let machine = ProcessInfo.processInfo.hostName
            let id = try await model.enterServer(at: address, machine: machine)
            server.withLock { $0 = id }
        } catch {
            model.logger.warning(
                "the site's address could not be stored: links of the commands need --address",
                metadata: ["error": "\(error)"])
        }
    }

    /// Notes every minute that the site still serves, until the task is cancelled. A site that crashed is
    /// forgotten.
    func stayOpen() async {
        while (try? await Task.sleep(for: .seconds(60))) != nil {
            guard let id = server.withLock({ $0 }) else { continue }
            do {
                try await model.seeServer(id)
            } catch {
                model.logger.debug(
                    "the site's last sign of life could not be stored", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Removes the note when the site stops.
    func close() async {
        guard let id = server.withLock({ $0 }) else { return }
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { [model] in try? await model.leaveServer(id) }
            // A database that does not answer delays the stop by two seconds at most.
            tasks.addTask { try? await Task.sleep(for: .seconds(2)) }
            await tasks.next()
            tasks.cancelAll()
        }
    }
}

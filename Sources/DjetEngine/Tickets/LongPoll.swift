import DjetModel
import ServiceLifecycle

/// The wait for the end of a job that a client asks for (RFC 7240, `wait`).
struct LongPoll {
    /// The longest wait that a client can ask for, in seconds.
    static let longest = 60

    let seconds: Int

    /// Waits until the job has ended, the time is over, or the server is asked to stop.
    func wait(for ticket: TicketID, _ model: Model) async {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try? await model.waitForEnd(of: ticket) }
                tasks.addTask { try? await Task.sleep(for: .seconds(seconds)) }
                await tasks.next()
                tasks.cancelAll()
            }
        }
    }
}

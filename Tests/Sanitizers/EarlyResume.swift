// The proof for thread.txt: ThreadSanitizer reports a race where there is none. A thread makes each value and
// resumes a continuation with it; the task that waits for the continuation reads the value. Nothing else
// touches it.
import Foundation

final class Value: Sendable {
    let number = 1
}

final class OwnThread: TaskExecutor, @unchecked Sendable {
    // Guarded by `condition`.
    private var jobs: [UnownedJob] = []
    private let condition = NSCondition()

    init() { Thread.detachNewThread { self.loop() } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.lock()
        jobs.append(job)
        condition.signal()
        condition.unlock()
    }

    private func loop() {
        while true {
            condition.lock()
            while jobs.isEmpty { condition.wait() }
            let job = jobs.removeFirst()
            condition.unlock()
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}

func value() async -> Value {
    await withCheckedContinuation { waiter in
        Thread.detachNewThread { waiter.resume(returning: Value()) }
        // The thread is done before the task waits.
        usleep(1_500)
    }
}

let sum = await Task(executorPreference: OwnThread()) {
    var sum = 0
    for _ in 0..<100 { sum += await value().number }
    return sum
}.value
print(sum)

extension WorkerState {
    /// A thing that happened to a worker.
    enum Event: Sendable {
        /// The worker has registered, and begins.
        case began
        /// Listening has begun, or begun again after a break during which rings may have been missed.
        case listened
        /// A queue rang.
        case rang(queue: String, saying: String)
        /// These are the queues to claim from; nil if the database did not say.
        case foundQueues([String]?)
        /// So many workers of its queues registered before it, and there are others at all.
        case ranked(Int, hasOthers: Bool)
        /// The time of `sleepUntil` has come.
        case due
        /// More jobs can be claimed, after a look found no room.
        case roomFreed
        /// A job of a group has ended; it may have been the last.
        case memberEnded
        /// A look found no room for a job.
        case noRoom
        case looked(Look)
        /// Due jobs have joined the line; the next is due in so many seconds.
        case promoted(nextIn: Double?)
        /// A look, a promotion or a reconciliation failed, perhaps since others took the worker for dead.
        case failed(isStruckOff: Bool)
        case registered
        /// A hand-back may not have arrived.
        case answerLost
        case reconciled
        /// The worker gave a sign of life, and found jobs or not.
        case heartbeat(foundJobs: Bool)
        /// Somebody wants jobs of this worker cancelled.
        case cancelAsked
        case cancelsHeard(succeeded: Bool)
        /// The running jobs were looked after; there are more or not.
        case overseen(isBusy: Bool)
        /// The worker is to stop; at once if its jobs get no time to end.
        case stopAsked(atOnce: Bool)
        /// No job runs any more, or those that run are given up.
        case idle
        /// All answers are stored, or given up.
        case restStored
    }

    /// Tells the worker of an event.
    typealias Sender = @Sendable (Event) -> Void

    /// A thing that a worker does.
    enum Action: Equatable, Sendable {
        /// Claims and starts jobs. Ends with `looked`, `noRoom` or `failed`.
        case look(Look)
        /// Lets due jobs join the line. Ends with `promoted` or `failed`.
        case promote
        /// Hands back jobs that it is said to hold and does not know. Ends with `reconciled` or `failed`.
        case reconcile
        /// Registers again. Ends with `registered`.
        case register
        /// Finds the queues of its branches. Ends with `foundQueues`.
        case findQueues
        /// Stops the jobs that are to be cancelled. Ends with `cancelsHeard`.
        case stopCancelled
        /// Looks after the running jobs. Ends with `overseen`.
        case oversee
        /// Adds the ended jobs to the tally.
        case rollUp
        /// Sends `due` at this time, and not at the one before.
        case sleepUntil(Instant)
        /// Starts no more jobs, and hands back those that wait for a slot. Ends with `idle` when none runs.
        case close
        /// Cancels the running jobs, so that they hand themselves back.
        case handBack
        /// Hands back the jobs whose code takes no notice of that. Ends with `idle`.
        case releaseRest
        /// Stores the last answers. Ends with `restStored`.
        case storeRest
        case end
    }
}

/// One look at the queues: a claim of as many jobs as there is room for.
struct Look: Equatable, Sendable {
    /// The queues, in the order of the look, with their floors. A look raises them.
    var floors: [QueueFloors]
    /// True if it looks below the floors, too.
    let isFull: Bool
    /// True if due jobs join the line first.
    let promotes: Bool
    /// True if the other workers of a queue that is empty behind the claim are told: they need not look for
    /// anything that came before.
    let tellsOthers: Bool
    /// The number of claimed jobs.
    var count = 0
    /// True if no job was left.
    var isDry = false
    /// True if due jobs have joined the line.
    var hasPromoted = false
    /// True if somebody else kept a limit locked, so that nothing could be claimed from its queue.
    var hasMetLock = false
    /// The seconds until the next job is due, if known.
    var nextDue: Double?
}

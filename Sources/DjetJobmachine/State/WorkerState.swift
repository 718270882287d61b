import DjetStore

/// The knowledge and the decisions of a worker, as a value: events go in, actions come out.
///
/// It answers when a worker looks for jobs. At most one of looks, promotions, reconciliations and
/// registrations is under way at a time (`activity`); when it is over, `nextAction` decides about the next.
/// `Worker` performs the actions, and tells by an event how each went. Nothing here waits, asks a clock or
/// knows a database.
struct WorkerState {
    typealias Instant = ContinuousClock.Instant

    /// The thing under way.
    private enum Activity: Equatable {
        case none, looking, promoting, reconciling, registering
        /// A look found no room: nothing is claimed before some becomes free.
        case waitingForRoom
        /// The database refused something, and is left alone until then.
        case resting(until: Instant)
    }

    /// The interval at which a busy worker looks at the whole line, for transactions that committed late.
    private static let fullLookInterval = Duration.seconds(1)
    // Limited to 2 seconds, since after a failover the jobs wait for it.
    private static let firstBackOff = BackOff(upTo: .seconds(2))

    private var floors: [QueueFloors]
    private var branches: BranchSearch
    private var activity = Activity.none
    /// True if there may be jobs that no look has seen.
    private var mustLook = true
    private var lastFullLook: Instant?
    /// True if room became free since the last look began.
    private var hasFreedRoom = false
    private var backOff = Self.firstBackOff
    private var rings: HeardRings
    private var dues: DueTimes
    private var reconciliation = Reconciliation()
    private var cancellations = Inquiry()
    /// True if a cancellation was asked for during a look, whose jobs were not known yet.
    private var mustAskAfterLook = false
    private var oversight = Oversight()
    private var ending: Ending
    /// The number of coming heartbeats that must add to the tally.
    private var beatsToTally = 0
    /// The time of the last `sleepUntil`, until it has come.
    private var alarm: Instant?

    init(worker: Int, queues: [String], hasBranches: Bool = false, grace: Duration, at now: Instant) {
        floors = queues.map { QueueFloors($0) }
        branches = BranchSearch(queues, isOn: hasBranches)
        rings = HeardRings(worker: worker)
        dues = DueTimes(now)
        ending = Ending(grace: grace)
    }

    /// Notes what happened, and returns what to do about it, in this order.
    mutating func handle(_ event: Event, at now: Instant) -> [Action] {
        var actions = note(event, now)
        if branches.mustAsk(now) { actions.append(.findQueues) }
        if cancellations.mustAsk(now) { actions.append(.stopCancelled) }
        if oversight.mustBegin(now) { actions.append(.oversee) }
        if let action = nextAction(now) { actions.append(action) }
        if let action = ending.takeOverdue(now) { actions.append(action) }
        if let time = newAlarm(now) { actions.append(.sleepUntil(time)) }
        return actions
    }
}

// MARK: Events

extension WorkerState {
    private mutating func note(_ event: Event, _ now: Instant) -> [Action] {
        switch event {
        case .began: branches.want()
        case .listened: noteListening()
        case .rang(let queue, let word): noteRing(queue, word, now)
        case .foundQueues(let names): noteQueues(names, now)
        case .ranked(let rank, let hasOthers): rings.set(rank: rank, hasOthers: hasOthers)
        case .due: alarm = nil
        case .roomFreed: noteRoom()
        case .memberEnded: dues.noteMemberEnd(now)
        case .noRoom: activity = hasFreedRoom ? .none : .waitingForRoom
        case .looked(let look): noteEnd(of: look, now)
        case .promoted(let seconds):
            (activity, backOff) = (.none, Self.firstBackOff)
            dues.noteLook(now, nextIn: seconds)
        case .reconciled: activity = .none
        case .failed(let isStruckOff): return noteFailure(isStruckOff, now)
        case .registered: noteRegistration(now)
        case .answerLost: reconciliation.noteLoss(now)
        case .heartbeat(let foundJobs): return noteHeartbeat(foundJobs)
        case .cancelAsked:
            cancellations.want()
            mustAskAfterLook = activity == .looking
        case .cancelsHeard(let succeeded): cancellations.noteAnswer(succeeded, now)
        case .overseen(let isBusy): noteOversight(isBusy, now)
        case .stopAsked(let atOnce): ending.ask(atOnce: atOnce, now)
        case .idle: return ending.noteIdle().map { [$0] } ?? []
        case .restStored: return [.end]
        }
        return []
    }

    private mutating func noteRegistration(_ now: Instant) {
        activity = .resting(until: now + backOff.next())
        branches.want()
    }

    private mutating func noteRing(_ queue: String, _ word: String, _ now: Instant) {
        rings.note(queue, word, now)
        branches.noteRing(of: queue)
    }

    private mutating func noteListening() {
        rings.noteBreak()
        branches.want()
    }

    private mutating func noteQueues(_ names: [String]?, _ now: Instant) {
        guard branches.note(names, now) else { return }
        // A look that is under way brings its floors back.
        if activity != .looking { floors = branches.completing(floors) }
        // Nothing is known of the new lines.
        (mustLook, lastFullLook) = (true, nil)
    }

    private mutating func noteRoom() {
        hasFreedRoom = true
        if activity == .waitingForRoom { activity = .none }
    }

    private mutating func noteEnd(of look: Look, _ now: Instant) {
        activity = .none
        backOff = Self.firstBackOff
        floors = branches.completing(look.floors)
        // None is preferred: the queues take turns.
        floors.append(floors.removeFirst())
        if look.hasPromoted { dues.noteLook(now, nextIn: look.nextDue) }
        dues.noteLock(now, isMet: look.hasMetLock)
        if look.count > 0 { noteStart(now) }
        askAfterLook()
        // Nothing is left above the floors; below them, a transaction may have committed late.
        lastFullLook = look.isDry ? nil : look.isFull ? now : lastFullLook
        if look.isDry, look.isFull, floors.count == look.floors.count { mustLook = false }
    }

    private mutating func askAfterLook() {
        if mustAskAfterLook { cancellations.want() }
        mustAskAfterLook = false
    }

    private mutating func noteStart(_ now: Instant) {
        oversight.noteStart(now)
        // The jobs' minute is over after one beat, or certainly after two.
        beatsToTally = 2
    }

    private mutating func noteOversight(_ isBusy: Bool, _ now: Instant) {
        oversight.noteEnd(isBusy: isBusy, now)
        beatsToTally = 2
    }

    private mutating func noteFailure(_ isStruckOff: Bool, _ now: Instant) -> [Action] {
        reconciliation.noteLoss(now)
        // A look may have started jobs before it failed.
        noteStart(now)
        askAfterLook()
        mustLook = true
        activity = isStruckOff ? .registering : .resting(until: now + backOff.next())
        return isStruckOff ? [.register] : []
    }

    /// A heartbeat makes up for rings that were lost.
    private mutating func noteHeartbeat(_ foundJobs: Bool) -> [Action] {
        if foundJobs { rings.noteBreak() }
        branches.want()
        cancellations.want()
        guard beatsToTally > 0 else { return [] }
        beatsToTally -= 1
        return [.rollUp]
    }
}

// MARK: Actions

extension WorkerState {
    private mutating func nextAction(_ now: Instant) -> Action? {
        if case .resting(let time) = activity, time <= now || ending.isAsked { activity = .none }
        guard activity == .none || activity == .waitingForRoom else { return nil }
        if ending.isAsked { return ending.begin(now) }
        // Never during a claim, whose jobs are not known yet.
        if reconciliation.mustBegin(now) {
            activity = .reconciling
            return .reconcile
        }
        // Others may have room for the job that waits for a group.
        if let time = dues.nextCount, time <= now, activity == .waitingForRoom { return promote() }
        guard activity == .none else { return nil }
        if let isForLater = rings.take(now) {
            dues.noteRing(now, isForLater: isForLater)
            mustLook = true
        }
        if mustLook || dues.isDue(now) { return look(now) }
        return dues.mustLook(now) ? promote() : nil
    }

    private mutating func promote() -> Action {
        activity = .promoting
        dues.noteBegin()
        return .promote
    }

    private mutating func look(_ now: Instant) -> Action {
        activity = .looking
        dues.noteBegin()
        (mustLook, hasFreedRoom) = (true, false)
        let isFull = lastFullLook.map { $0.duration(to: now) > Self.fullLookInterval } ?? true
        return .look(
            Look(
                floors: floors, isFull: isFull, promotes: dues.mustLook(now),
                tellsOthers: isFull && rings.hasOthers))
    }

    /// Returns the time of the next alarm, if it comes before the one that is set.
    private mutating func newAlarm(_ now: Instant) -> Instant? {
        var times = [
            rings.next, branches.next, cancellations.next, oversight.next, ending.next, reconciliation.next,
        ]
        if case .resting(let time) = activity { times.append(time) }
        if activity == .none { times.append(dues.next) }
        if activity == .waitingForRoom { times.append(dues.nextCount) }
        // A time that is over waits for the end of the activity.
        guard let next = times.compactMap(\.self).filter({ $0 > now }).min() else { return nil }
        guard alarm.map({ next < $0 }) ?? true else { return nil }
        alarm = next
        return next
    }
}

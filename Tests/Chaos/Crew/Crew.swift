import DjetModel
import Foundation

/// The processes of the run. Each one that ends is replaced at once.
actor Crew {
    private let scene: Scene
    private let settings: Settings
    private var members: [Post: CrewMember] = [:]
    private var watches: [Post: Task<Void, Never>] = [:]
    private var frozen: Set<Int32> = []
    private var killed: Set<Int32> = []
    private var leaving: Set<CrewRole> = []
    private var count = 0
    /// The processes that ended without having been told to.
    private(set) var accidents: [String] = []
    /// The number of processes that could not reach the database when they began.
    private(set) var vainStarts = 0

    init(_ scene: Scene, _ settings: Settings) {
        self.scene = scene
        self.settings = settings
    }

    /// The number of processes started so far.
    var processCount: Int { count }

    func begin() {
        for post in Post.all { watches[post] = Task { await fill(post) } }
    }

    /// Draws a running process, from the workers in three of four cases; nil if there is none to draw.
    func victim(_ chance: inout SplitMix64) -> CrewMember? {
        let isWorker = !chance.isOnce(in: 4)
        let running = members.values.filter { !frozen.contains($0.id) && !killed.contains($0.id) }
        let candidates = running.filter { ($0.post.role == .worker) == isWorker }
        return candidates.sorted { $0.ordinal < $1.ordinal }.randomElement(using: &chance)
    }

    func kill(_ member: CrewMember) {
        killed.insert(member.id)
        member.signal(SIGKILL)
    }

    /// Stops a worker with SIGSTOP, unless it is the last one that runs. Returns nil if there is none to
    /// stop.
    func freeze(_ chance: inout SplitMix64) -> CrewMember? {
        let running = members.values.filter {
            $0.post.role == .worker && !frozen.contains($0.id) && !killed.contains($0.id)
        }
        guard running.count > 1,
            let member = running.sorted(by: { $0.ordinal < $1.ordinal }).randomElement(using: &chance)
        else { return nil }
        frozen.insert(member.id)
        member.signal(SIGSTOP)
        return member
    }

    func thaw(_ member: CrewMember) {
        frozen.remove(member.id)
        member.signal(SIGCONT)
    }

    /// Tells all processes of a role to end, and waits until they have. It kills those that have not ended
    /// within the limit, and counts them as accidents.
    func dismiss(_ role: CrewRole, within limit: Duration) async {
        leaving.insert(role)
        let present = members.filter { $0.key.role == role }.map(\.value)
        for member in present { member.signal(SIGTERM) }
        let alarm = Task {
            try await Task.sleep(for: limit)
            for member in present where members[member.post] === member {
                accidents.append("\(member.name) did not end within \(limit)")
                kill(member)
            }
        }
        for (post, watch) in watches where post.role == role { await watch.value }
        alarm.cancel()
    }

    /// Kills all that are left, and waits for their end.
    func end() async {
        leaving = Set(CrewRole.allCases)
        for member in members.values { kill(member) }
        for watch in watches.values { await watch.value }
    }

    // MARK: One post

    private func fill(_ post: Post) async {
        while !leaving.contains(post.role) {
            count += 1
            let ordinal = count
            do {
                let member = try CrewMember(
                    post, ordinal: ordinal, arguments(of: post, ordinal),
                    log: "\(scene.logs)/\(post.role.rawValue)-\(post.number)-\(ordinal).log")
                members[post] = member
                // The process came after all of its role had been told to end.
                if leaving.contains(post.role) { kill(member) }
                let code = await member.exitCode()
                members[post] = nil
                note(code, of: member)
            } catch {
                accidents.append("a process could not be started: \(error)")
            }
            try? await Task.sleep(for: .milliseconds(300))
        }
    }

    /// Notes the end of a process. Exit code 75 means that it could not reach the database when it began:
    /// another try may do better.
    private func note(_ code: Int32, of member: CrewMember) {
        guard !killed.contains(member.id) else { return }
        let isTold = leaving.contains(member.post.role)
        if code == 75 {
            vainStarts += 1
        } else if !isTold || ![0, 128 + SIGTERM].contains(code) {
            accidents.append("\(member.name) ended by itself: exit code \(code)")
        }
    }

    private func arguments(of post: Post, _ ordinal: Int) -> [String] {
        let name = "\(post.role.rawValue)-\(post.number)-\(ordinal)"
        var arguments = [
            "--database", scene.connectionString(throughProxy: true), "--ordinal", "\(ordinal)",
            "--seed", "\(settings.seed)",
        ]
        switch post.role {
        case .worker: arguments += ["--lease", "\(settings.lease / .seconds(1))"]
        case .offloader:
            arguments += ["--journal", "\(scene.journals)/\(name)", "--rate", "\(settings.rate)"]
        case .engine:
            arguments += [
                "--journal", "\(scene.journals)/\(name)", "--patience", "\(settings.patience / .seconds(1))",
            ]
        }
        return arguments
    }
}

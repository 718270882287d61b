import DjetModel

/// Shows the queues, the workers and all jobs, live and ended, and changes them.
///
/// The right `view` shows them; `operate` cancels, retries, pauses and the like; `arguments` shows the jobs'
/// arguments and replies, and sets other arguments.
struct JobmachineEngine: Engine {
    static let basetype = Basetype("jobmachine", title: "Jobs", isSingleton: true)

    let watch = JobsWatch()

    var routes: [Route] { lists + queues + workers + charts + bulk + oneJob }
}

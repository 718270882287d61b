import DjetModel

/// Shows the queues: all jobs, live and ended, what works on them, and what can be done with them.
///
/// It takes the right `view` to see them, `operate` to cancel, retry, pause and the like, and `arguments` to
/// see what jobs were given and what they answered, or to give them something else.
struct JobmachineEngine: Engine {
    static let basetype = Basetype("jobmachine", title: "Jobs", isSingleton: true)

    let watch = JobsWatch()

    var routes: [Route] { lists + queues + workers + charts + bulk + oneJob }
}

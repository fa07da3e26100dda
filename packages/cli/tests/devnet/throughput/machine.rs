//! What the figures were taken on.

use std::fs;

/// The processors, the memory and the load of this computer, as it tells of them.
pub fn machine() -> String {
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = |key: &str| processors.lines().find(|line| line.starts_with(key));
    let model =
        named("model name").and_then(|line| line.split_once(": ")).map_or("unknown", |(_, model)| model);
    let count = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kib = memory.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("unknown").to_string();
    format!("{count} processors ({model}), {} GB of memory, a load of {load} at the end", kib / 1024 / 1024)
}

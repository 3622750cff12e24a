//! Loops without a way out: whoever cannot get to an end ends up in one of them.

/// The states, of so many, from which no way leads to one of the `last`.
pub(super) fn doomed(count: usize, last: &[usize], edges: &[(usize, usize)]) -> Vec<bool> {
    let mut doomed = vec![true; count];
    let mut starts = vec![0; count + 1];
    for (_, to) in edges {
        starts[to + 1] += 1;
    }
    for at in 0..count {
        starts[at + 1] += starts[at];
    }
    let mut fill = starts.clone();
    let mut back = vec![0; edges.len()];
    for (from, to) in edges {
        back[fill[*to]] = *from;
        fill[*to] += 1;
    }
    let mut waiting = last.to_vec();
    while let Some(state) = waiting.pop() {
        if std::mem::replace(&mut doomed[state], false) {
            waiting.extend(&back[starts[state]..starts[state + 1]]);
        }
    }
    doomed
}

/// The first state of every loop among the `doomed` that leads nowhere else. `edges` are from state to state.
pub(super) fn traps(doomed: &[bool], edges: &[(usize, usize)]) -> Vec<usize> {
    let mut onward: Vec<Vec<usize>> = vec![Vec::new(); doomed.len()];
    for (from, to) in edges.iter().filter(|(from, _)| doomed[*from]) {
        onward[*from].push(*to);
    }
    let loops = loops(doomed, &onward);
    let mut leaves = vec![false; loops.count];
    let mut first: Vec<Option<usize>> = vec![None; loops.count];
    for state in (0..doomed.len()).filter(|state| doomed[*state]) {
        let own = loops.of[state];
        leaves[own] |= onward[state].iter().any(|next| loops.of[*next] != own);
        first[own].get_or_insert(state);
    }
    let mut found: Vec<usize> =
        first.into_iter().zip(leaves).filter(|(_, leaves)| !leaves).filter_map(|(first, _)| first).collect();
    found.sort_unstable();
    found
}

/// To which loop each state belongs; a state in no loop is one of its own.
pub(super) struct Loops {
    pub(super) of: Vec<usize>,
    pub(super) count: usize,
}

/// Strongly connected components (Tarjan 1972), without recursion: a trap can be as long as a file.
pub(super) fn loops(doomed: &[bool], onward: &[Vec<usize>]) -> Loops {
    const NEW: usize = usize::MAX;
    let count = onward.len();
    let mut loops = Loops { of: vec![NEW; count], count: 0 };
    let (mut number, mut low) = (vec![NEW; count], vec![NEW; count]);
    let mut open: Vec<usize> = Vec::new();
    let mut next_number = 0;
    for root in (0..count).filter(|state| doomed[*state]) {
        if number[root] != NEW {
            continue;
        }
        let mut trail = vec![(root, 0)];
        while let Some((state, edge)) = trail.pop() {
            if edge == 0 {
                (number[state], low[state]) = (next_number, next_number);
                next_number += 1;
                open.push(state);
            }
            if let Some(next) = onward[state].get(edge) {
                trail.push((state, edge + 1));
                if number[*next] == NEW {
                    trail.push((*next, 0));
                } else if loops.of[*next] == NEW {
                    low[state] = low[state].min(number[*next]);
                }
                continue;
            }
            if low[state] == number[state] {
                while let Some(member) = open.pop() {
                    loops.of[member] = loops.count;
                    if member == state {
                        break;
                    }
                }
                loops.count += 1;
            }
            if let Some((before, _)) = trail.last() {
                low[*before] = low[*before].min(low[state]);
            }
        }
    }
    loops
}

#[cfg(test)]
mod tests {
    use super::traps;

    #[test]
    fn a_trap_is_named_once_and_what_leads_into_it_is_not() {
        let edges = [(0, 1), (1, 2), (2, 1), (0, 3), (3, 3), (4, 0), (1, 1)];
        assert_eq!(traps(&[true; 5], &edges), [1, 3]);
        assert_eq!(traps(&[false, true, true, false, false], &edges), [1]);
        assert_eq!(traps(&[true, false], &[]), [0]);
    }
}

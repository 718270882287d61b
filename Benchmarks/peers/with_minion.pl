#!/usr/bin/perl
# Minion: 8 jobs at once, without the sleep of a second while all are taken, as its documentation advises for
# short jobs. It forks for each job, and has no call for many: they are sent one by one. The contract is that
# of peer.py.
use strict;
use warnings;

use Minion;
use Mojo::Pg;
use POSIX ();
use Time::HiRes qw(time usleep);

my ($conninfo, $way, $amount) = @ARGV;
my $arguments = [{number => 1, pad => 'x' x 70}];
my %ways      = (send => \&send_jobs, drain => \&drain, roundtrip => \&roundtrip);
$| = 1;
print $ways{$way}->($amount), "\n";

sub minion {
  my $pg = Mojo::Pg->new;
  $pg->dsn("dbi:Pg:$conninfo");
  my $minion = Minion->new(Pg => $pg);
  $minion->add_task(silence => sub { shift->finish(1) });
  return $minion;
}

# Starts a worker in a process of its own, which runs until it is stopped.
sub start {
  my $pid = fork;
  return $pid if $pid;
  my $worker = minion()->worker;
  $worker->status->{jobs} = 8;
  $worker->unsubscribe('busy')->on(busy => sub { usleep 1000 });
  $worker->run;
  POSIX::_exit(0);
}

sub stop {
  my ($pid) = @_;
  kill TERM => $pid;
  waitpid $pid, 0;
}

sub send_jobs {
  my ($seconds) = @_;
  my $minion = minion();
  $minion->enqueue(silence => $arguments);
  my ($began, $count) = (time, 0);
  while (time < $began + $seconds) {
    $minion->enqueue(silence => $arguments);
    $count++;
  }
  return $count / (time - $began);
}

# Returns jobs per second, from the first job's start to the last one's end, by Minion's own clock.
sub drain {
  my ($count) = @_;
  my $minion = minion();
  $minion->enqueue(silence => $arguments) for 1 .. $count;
  my $db = $minion->backend->pg->db;
  $db->query('vacuum analyze');
  my $worker = start();
  usleep 20_000 while $db->query(q{select exists (select from minion_jobs where state in ('inactive', 'active'))})->array->[0];
  stop($worker);
  return $count / $db->query('select extract(epoch from max(finished) - min(started)) from minion_jobs')->array->[0];
}

sub roundtrip {
  my ($count) = @_;
  my $minion  = minion();
  $minion->stats;
  my $worker  = start();
  my @times;
  for (1 .. $count + 3) {
    my $began = time;
    $minion->result_p($minion->enqueue(silence => $arguments), {interval => 0.02})->wait;
    push @times, time - $began;
    usleep 25_000;
  }
  stop($worker);
  splice @times, 0, 3;
  return 1000 * (sort { $a <=> $b } @times)[@times / 2];
}

package iam

import (
	"slices"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Asking for a report reads, by its published level, but the job is kept.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
var accessJobOperations = []service.Operation{
	service.Op("GenerateServiceLastAccessedDetails", service.Read,
		onSubject("iam:GenerateServiceLastAccessedDetails", func(in *api.GenerateServiceLastAccessedDetailsInput) string { return in.Arn }), generateLastAccessed,
		service.Writes(func(*api.GenerateServiceLastAccessedDetailsInput) bool { return true })),
	service.Op("GetServiceLastAccessedDetails", service.Read, onAccount[api.GetServiceLastAccessedDetailsInput]("iam:GetServiceLastAccessedDetails"), getLastAccessed),
	service.Op("GetServiceLastAccessedDetailsWithEntities", service.Read,
		onAccount[api.GetServiceLastAccessedDetailsWithEntitiesInput]("iam:GetServiceLastAccessedDetailsWithEntities"), getLastAccessedWithEntities),
}

const (
	// jobLife is how long a report can be read.
	jobLife = 24 * time.Hour
	// maxJobs is how many an account has at most: a new one takes the place of the oldest.
	maxJobs = 1000
)

func generateLastAccessed(c *service.Call, in *api.GenerateServiceLastAccessedDetailsInput) (*api.GenerateServiceLastAccessedDetailsOutput, error) {
	of, err := subjectOf(c, in.Arn)
	if err != nil {
		return nil, err
	}
	makeRoomForJob(c)
	job := &identity.AccessJob{
		ID: service.NewRequestID(c.Chance), Account: c.Account(), Requester: c.Caller.PrincipalID(), Subject: in.Arn, SubjectID: of.id(), CreatedAt: c.Now,
		Actions: in.Granularity != nil && *in.Granularity == api.AccessAdvisorUsageGranularityTypeActionLevel,
	}
	store.AccessJobs.Put(c.Tx, job)
	return &api.GenerateServiceLastAccessedDetailsOutput{JobId: &job.ID}, nil
}

// makeRoomForJob deletes the jobs that are over, and the oldest ones while there are too many.
func makeRoomForJob(c *service.Call) {
	jobs := slices.Collect(store.AccessJobsByAge.Prefix(c.Tx, c.Account()+"/"))
	for i, job := range jobs {
		if len(jobs)-i < maxJobs && c.Now.Sub(job.CreatedAt) < jobLife {
			return
		}
		store.AccessJobs.Delete(c.Tx, identity.Key(job.Account, job.ID))
	}
}

// jobOf finds a job of the caller's own. That of somebody else is not there. failed says why there is no report of it any more.
func jobOf(c *service.Call, id string) (job *identity.AccessJob, of subject, failed *api.ErrorDetails, err error) {
	job, ok := store.AccessJobs.Get(c.Tx, identity.Key(c.Account(), id))
	if !ok || job.Requester != c.Caller.PrincipalID() || c.Now.Sub(job.CreatedAt) >= jobLife {
		return nil, subject{}, nil, noSuchEntity("The job with ID %s cannot be found.", id)
	}
	of, gone := subjectOf(c, job.Subject)
	if gone != nil || of.id() != job.SubjectID {
		failed = &api.ErrorDetails{Code: "NoSuchEntity", Message: "The entity that the report is about was deleted: " + job.Subject}
	}
	return job, of, failed, nil
}

func getLastAccessed(c *service.Call, in *api.GetServiceLastAccessedDetailsInput) (*api.GetServiceLastAccessedDetailsOutput, error) {
	job, of, failed, err := jobOf(c, in.JobId)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	out := &api.GetServiceLastAccessedDetailsOutput{
		JobStatus: jobStatus(failed), Error: failed, JobCreationDate: job.CreatedAt, JobCompletionDate: job.CreatedAt, ServicesLastAccessed: []api.ServiceLastAccessed{},
	}
	out.JobType = new(api.AccessAdvisorUsageGranularityTypeServiceLevel)
	if job.Actions {
		out.JobType = new(api.AccessAdvisorUsageGranularityTypeActionLevel)
	}
	if failed != nil {
		return out, nil
	}
	granted, err := of.services(c)
	if err != nil {
		return nil, err
	}
	last := lastAccessOf(c, of)
	p := collect(w, numbered(granted, w.after), nil, func(s **catalog.Service) api.ServiceLastAccessed { return last.show(*s, job.Actions) })
	out.ServicesLastAccessed, out.IsTruncated, out.Marker = p.Items, p.IsTruncated, p.Marker
	return out, nil
}

// getLastAccessedWithEntities answers who could use a service by the policy or group, and when each of them last did.
func getLastAccessedWithEntities(c *service.Call, in *api.GetServiceLastAccessedDetailsWithEntitiesInput) (*api.GetServiceLastAccessedDetailsWithEntitiesOutput, error) {
	job, of, failed, err := jobOf(c, in.JobId)
	if err != nil {
		return nil, err
	}
	wanted, err := mustService(in.ServiceNamespace)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	out := &api.GetServiceLastAccessedDetailsWithEntitiesOutput{
		JobStatus: jobStatus(failed), Error: failed, JobCreationDate: job.CreatedAt, JobCompletionDate: job.CreatedAt, EntityDetailsList: []api.EntityDetails{},
	}
	if failed != nil {
		return out, nil
	}
	granted, err := of.services(c)
	if err != nil || !slices.Contains(granted, wanted) {
		return out, err
	}
	p := collect(w, numbered(slices.Collect(of.principals(c)), w.after), nil, func(who *api.EntityInfo) api.EntityDetails {
		shown := api.EntityDetails{EntityInfo: who}
		if use := c.ServiceUses(who.Id)[wanted.Prefix]; tracked(c, use.At) {
			shown.LastAuthenticated = shownUse(use.At)
		}
		return shown
	})
	out.EntityDetailsList, out.IsTruncated, out.Marker = p.Items, p.IsTruncated, p.Marker
	return out, nil
}

func jobStatus(failed *api.ErrorDetails) string {
	if failed != nil {
		return api.JobStatusTypeFailed
	}
	return api.JobStatusTypeCompleted
}
